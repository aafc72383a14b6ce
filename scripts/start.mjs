// `npm start`: sets up what is missing, then serves the workbench.

import { buildPages, installDependencies, main } from "./setup.mjs";

await main(async () => {
  installDependencies();
  buildPages();
  const { runProgram } = await import("./run-program.mjs");
  await runProgram(["serve", ...process.argv.slice(2)]);
});
