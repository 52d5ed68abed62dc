// The one way in: `node scripts/run.mjs demo | start | test | faults | check | check-data | bench | access | cli | build`.
// It runs before anything is installed, so it uses nothing but Node, and this file nothing but old Node.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node ${process.versions.node} is too old. Install Node 20.19 or later (nodejs.org).`,
  );
  process.exit(1);
}
if (process.platform === 'win32') {
  console.error('Windows is not supported. Run this in WSL (aka.ms/wsl).');
  process.exit(1);
}

const { runCommand } = await import('./launcher/run-command.mjs');
const [command = '', ...rest] = process.argv.slice(2);
process.exitCode = await runCommand(command, rest);
