// `npm test`: the whole gate. Every step runs even when one fails; the last line is a plain count.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { buildPages, findBrowser, installDependencies, main, nodePath, root } from "./setup.mjs";

await main(() => {
  installDependencies();
  buildPages();
  const env = {
    ...process.env,
    DETENTE_BROWSER: findBrowser(),
    PATH: [join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter),
  };
  const only = process.argv.slice(2);
  const gates =
    only.length > 0
      ? []
      : [
          gate("types", ["node_modules/typescript/bin/tsc", "-p", "."], env),
          gate("lint", bin("oxlint", "--type-aware", "--deny-warnings"), env),
          gate("format", bin("oxfmt", "--check", "."), env),
          gate("unused code", ["node_modules/knip/bin/knip.js"], env),
        ];
  const tests = runTests(only, env);
  const passed = gates.filter(Boolean).length + tests.passed;
  const failed = gates.filter((held) => !held).length + tests.failed;
  console.log(`\n${passed} passed, ${failed} failed, ${tests.skipped} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
});

function bin(name, ...args) {
  return [join("node_modules", ".bin", name), ...args];
}

function gate(name, [program, ...args], env) {
  const { status } = spawnSync(nodePath(), [program, ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  console.log(`${name}: ${status === 0 ? "passed" : "failed"}`);
  return status === 0;
}

/** Unit tests on every core first; then the browser's, which take turns. Together they would all take turns. */
function runTests(only, env) {
  const runs = only.includes("--project")
    ? [runVitest(only, env)]
    : ["unit", "browser"].map((project) => runVitest(["--project", project, ...only], env));
  return runs.reduce((sum, run) => ({
    passed: sum.passed + run.passed,
    failed: sum.failed + run.failed,
    skipped: sum.skipped + run.skipped,
  }));
}

function runVitest(words, env) {
  const folder = mkdtempSync(join(tmpdir(), "detente-test-"));
  const report = join(folder, "report.json");
  try {
    spawnSync(
      nodePath(),
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
        "--passWithNoTests",
        ...words,
      ],
      { cwd: root, stdio: ["ignore", "inherit", "inherit"], env },
    );
    // A run that crashes leaves no report: that is one failure, not none.
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success, numFailedTestSuites } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    const failed = numFailedTests + (success || numFailedTests > 0 ? 0 : Math.max(1, numFailedTestSuites));
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
