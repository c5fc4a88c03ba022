import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStartTime } from '../process-identity';
import { claimFolder, emptyFolder } from './claim-folder';
import { keepNextauthSecret } from './keep-secret';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keydesk-stack-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const claim = (pid: number, startTime: string | undefined) =>
  writeFile(join(folder, 'claim.json'), JSON.stringify({ pid, startTime }));

describe('claimFolder', () => {
  it('is refused while another process holds the folder, and names it', async () => {
    await claim(process.ppid, findStartTime(process.ppid));
    await expect(claimFolder(folder)).rejects.toThrow(
      `Keydesk already runs on ${folder} (process ${process.ppid}). Stop it first`,
    );
  });

  it('passes over a claim whose process is gone, or whose number another process has now', async () => {
    await claim(process.ppid, 'another time');
    await (await claimFolder(folder))();
    await claim(2 ** 22 + 1, '1');
    await expect(claimFolder(folder)).resolves.toBeTypeOf('function');
  });

  it('passes over a file that a crash left half written', async () => {
    await writeFile(join(folder, 'claim.json'), '{"pi');
    await expect(claimFolder(folder)).resolves.toBeTypeOf('function');
  });

  it('can be emptied of what earlier runs left', async () => {
    await mkdir(join(folder, 'postgres/cluster'), { recursive: true });
    await writeFile(join(folder, 'postgres/cluster/postmaster.pid'), '999999999\n');
    await writeFile(join(folder, 'emulator-production.json'), '{}');
    await claimFolder(folder);
    await emptyFolder(folder);
    expect(await readdir(folder)).toEqual(['claim.json']);
  });

  it('leaves nothing behind when given up', async () => {
    const release = await claimFolder(join(folder, 'data'));
    expect(JSON.parse(await readFile(join(folder, 'data/claim.json'), 'utf8')).pid).toBe(process.pid);
    await release();
    await expect(stat(join(folder, 'data/claim.json'))).rejects.toThrow('ENOENT');
  });
});

describe('keepNextauthSecret', () => {
  it('makes a secret once, for its owner only, and gives the same one afterwards', async () => {
    const first = await keepNextauthSecret(folder);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect((await stat(join(folder, 'nextauth-secret'))).mode & 0o777).toBe(0o600);
    expect(await keepNextauthSecret(folder)).toBe(first);
  });

  it('says what to do about a damaged file', async () => {
    await writeFile(join(folder, 'nextauth-secret'), 'short');
    await expect(keepNextauthSecret(folder)).rejects.toThrow(
      `${join(folder, 'nextauth-secret')} is damaged. Delete it to have a new one made`,
    );
  });
});
