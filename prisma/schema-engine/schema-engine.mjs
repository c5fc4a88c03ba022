#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which the CLI would download: the same JSON-RPC over standard
// input and output, answered by the engine's WebAssembly build. `prisma.config.ts` points the CLI here.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { version } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { canConnect, createDatabase } from './database.mjs';
import { lastPanic, loadSchemaEngine } from './load-wasm.mjs';
import { createMigrationAdapter } from './migration-adapter.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string', default: '{}' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
});
const datasource = JSON.parse(values.datasource);
const adapter = createMigrationAdapter(datasource);

// These two replay the migrations on a shadow database but are not handed the way to one; `devDiagnostic` is, and
// leaves its result in the engine's cache.
const NEEDS_HISTORY = new Set(['evaluateDataLoss', 'createMigration']);

let engine;

process.on('uncaughtException', (error) => {
  reportError({ message: error.stack ?? String(error) });
  process.exit(1);
});

if (values.version) await printVersion();
else if (positionals[0] === 'cli') await runCommand(positionals[1]);
else serve();

async function printVersion() {
  await loadSchemaEngine();
  process.stdout.write(`schema-engine-cli ${version()}\n`);
}

async function runCommand(command) {
  const commands = { 'can-connect-to-database': canConnect, 'create-database': createDatabase };
  try {
    await commands[command](datasource.url);
  } catch (error) {
    reportError({ message: error.message, error_code: error.code ?? 'P1001' });
    process.exitCode = 1;
  }
}

/** The CLI reads the engine's log lines, but for the first: the native engine greets there. */
function reportError(fields) {
  const line = JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields });
  process.stderr.write(`schema-engine\n${line}`);
}

function serve() {
  const pending = new Set();
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('line', (line) => {
    const message = JSON.parse(line);
    if (!message.method) return;
    const work = answer(message).finally(() => pending.delete(work));
    pending.add(work);
  });
  lines.on('close', async () => {
    await Promise.allSettled(pending);
    process.exit(0);
  });
}

async function answer({ id, method, params }) {
  try {
    send({ id, result: (await call(method, params)) ?? null });
  } catch (error) {
    send({ id, error: toRpcError(error) });
  }
}

async function call(method, params) {
  if (method === 'createDatabase') return { databaseName: await createDatabase(datasource.url) };
  engine ??= startEngine();
  const opened = await engine;
  if (method === 'getDatabaseVersion') return opened.version(params);
  if (method === 'diff') return diff(opened, params);
  if (NEEDS_HISTORY.has(method)) {
    await opened.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  }
  return opened[method](params);
}

async function diff(opened, params) {
  const { stdout, exitCode } = await opened.diff(params);
  // Sent as the native engine does, so that `--output` can catch it.
  if (stdout) send({ id: `print-${Date.now()}`, method: 'print', params: { content: stdout } });
  return { exitCode, stdout: null };
}

async function startEngine() {
  const paths = values.datamodels ?? [];
  const datamodels = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')]));
  const SchemaEngine = await loadSchemaEngine();
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined };
  return SchemaEngine.new(options, () => {}, adapter);
}

function toRpcError(error) {
  const panic = lastPanic();
  const message = panic ?? findWords(error);
  const code = error?.code ?? error?.error_code;
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: panic !== undefined, message, error_code: code ?? null },
  };
}

/** An error thrown by the adapter reaches the engine as a number; the adapter's registry holds the words. */
function findWords(error) {
  const message = error?.message ?? String(error);
  const id = /^External error id#(\d+)$/.exec(message)?.[1];
  return id === undefined
    ? message
    : (adapter.errorRegistry.consumeError(Number(id))?.error.message ?? message);
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
