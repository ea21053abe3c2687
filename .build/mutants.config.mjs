import { mergeConfig } from "vitest/config";
import project from "../vitest.config";

const { file, text } = JSON.parse(process.env.MUTANT ?? "{}");

/** The project's tests with one file read as another text. */
export default mergeConfig(project, {
  plugins: [
    {
      name: "mutant",
      enforce: "pre",
      /** @param {string} _code @param {string} id */
      transform: (_code, id) => (id === file ? text : undefined),
    },
  ],
});
