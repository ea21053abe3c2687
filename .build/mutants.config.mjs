import { mergeConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import project from "../vitest.config";

const { file, text } = JSON.parse(process.env.MUTANT ?? "{}");

/** The quickest tests first: the run ends at the first that fails. */
class QuickestFirst extends BaseSequencer {
  /**
   * @override
   * @param {import("vitest/node").TestSpecification[]} files
   */
  async sort(files) {
    return (await super.sort(files)).reverse();
  }
}

/** The project's tests with one file read as another text; all others are translated once for all runs, and loaded once a run. */
export default mergeConfig(project, {
  test: { isolate: false, sequence: { sequencer: QuickestFirst }, experimental: { fsModuleCache: true } },
  plugins: [
    {
      name: "mutant",
      enforce: "pre",
      /** @param {import("vitest/node").VitestPluginContext} context */
      configureVitest: (context) =>
        context.experimental_defineCacheKeyGenerator(({ id }) => (id === file ? text : undefined)),
      /** @param {string} _code @param {string} id */
      transform: (_code, id) => (id === file ? text : undefined),
    },
  ],
});
