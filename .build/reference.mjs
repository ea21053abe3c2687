import { existsSync, readFileSync } from "node:fs";
import { register } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const examples = join(root, "lib/survival/examples");

/**
 * Writes the reference of the library from its docstrings, with the example of each export below it.
 * @param {string} folder
 */
export async function writeReference(folder) {
  const { Application, CommentTag, Converter } = await typedoc();
  const app = await Application.bootstrap({
    entryPoints: [join(root, "lib/survival/index.ts")],
    tsconfig: join(root, ".build/library.tsconfig.json"),
    readme: join(root, "lib/survival/README.md"),
    name: "@meierboard/survival",
    includeVersion: true,
    disableSources: true,
    hideGenerator: true,
    githubPages: false,
    excludeInternal: true,
    sort: ["alphabetical"],
    validation: { notExported: false },
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const exported of project.children ?? []) {
      const example = exampleOf(exported.name);
      if (!example) continue;
      for (const documented of exported.signatures ?? [exported]) {
        if (!documented.comment) throw new Error(`${exported.name} has no docstring`);
        documented.comment.blockTags.push(
          new CommentTag("@example", [{ kind: "code", text: `\`\`\`js\n${example}\`\`\`` }]),
        );
      }
    }
  });
  const project = await app.convert();
  if (!project || app.logger.hasErrors()) throw new Error("The reference could not be written");
  await app.generateDocs(project, folder);
}

/** @param {string} name */
function exampleOf(name) {
  const path = join(examples, `${name}.ts`);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/**
 * TypeDoc reads sources with the compiler's former interface, which the native compiler of this project does not have.
 */
async function typedoc() {
  const hook = `export const resolve = (name, context, next) => next(name === "typescript" ? "typescript6" : name, context)`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
  return import("typedoc");
}
