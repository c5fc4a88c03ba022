import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isTool, listFiles, readSources, repoRoot } from './setup/source-files';

const sources = readSources();

describe('files', () => {
  it('have at most 250 lines; tables of data are *.data.ts', () => {
    const long = sources.filter(
      ({ path, text }) => text.split('\n').length > 251 && !/\.data\.tsx?$/.test(path),
    );
    expect(
      long.map(({ path, text }) => `${path} has ${text.split('\n').length - 1} lines: split it.`),
    ).toEqual([]);
  });

  it('are named for what they hold, in kebab-case', () => {
    const wrong = sources.filter(({ path }) => {
      const parts = path.replace(/\.(d|test|spec|data|setup|config)?\.?tsx?$/, '').split('/');
      return parts.some(
        (part) =>
          !/^[\w@.()[\]-]+$/.test(part) ||
          /[A-Z_]/.test(part.replace(/\[.*\]/, '')) ||
          /^(utils?|helpers?|misc|common|index)$/.test(part),
      );
    });
    expect(wrong.map(({ path }) => `${path}: kebab-case, and no utils, helpers, misc or index.`)).toEqual([]);
  });

  it('hand nothing on from other files: import from where it is', () => {
    const wrong = sources.filter(
      ({ path, tree }) =>
        !isTool(path) &&
        tree.statements.some((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier),
    );
    expect(wrong.map(({ path }) => `${path} re-exports.`)).toEqual([]);
  });

  it('name no package registry and no path of this machine', () => {
    const registry = execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const parent = dirname(repoRoot.replace(/\/$/, ''));
    const secrets = [new URL(registry.trim()).host, ...(parent === '/' ? [] : [`${parent}/`])];
    const wrong = listFiles().flatMap((path) => {
      const text = readFileSync(`${repoRoot}/${path}`, 'latin1');
      return secrets.filter((secret) => text.includes(secret)).map((secret) => `${path} mentions ${secret}`);
    });
    expect(wrong).toEqual([]);
  });
});
