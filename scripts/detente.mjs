// `npm run -s detente -- …`: the command line from a checkout. Only what is missing is installed.

import { installDependencies, main } from "./setup.mjs";
import { runProgram } from "./run-program.mjs";

await main(async () => {
  installDependencies();
  await runProgram(process.argv.slice(2));
});
