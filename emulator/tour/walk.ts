import type { JsonValue } from '@bufbuild/protobuf';

/**
 * One request of a tour. Words in braces, in its path and body, stand for things that earlier answers named:
 * `/organizations/{org}`.
 */
export type Step = {
  /** As the published document writes it: `GET /organizations/{id}`. */
  route: string;
  /** `read` changes nothing, `own` changes what the tour itself has made, `environment` what everybody shares. */
  reach: 'read' | 'own' | 'environment';
  path: string;
  body?: JsonValue;
  /** Names for later steps, with where the answer has them: `{ org: 'organization.id' }`. */
  keep?: Record<string, string>;
};

export type Things = Record<string, string>;

/** What came of a step; `missing` names the things that no answer had, and then nothing was sent. */
export type Visit = { step: Step } & ({ status: number; json: unknown } | { missing: string[] });

type Options = {
  steps: readonly Step[];
  things: Things;
  send: (verb: string, path: string, body?: JsonValue) => Promise<{ status: number; json: unknown }>;
  /** Before each step: to get at what no answer tells, such as a mailed code. */
  prepare?: (step: Step, things: Things) => Promise<void> | void;
};

/** Sends the steps one after the other and gives each with its answer. */
export async function* walk({ steps, things, send, prepare }: Options): AsyncGenerator<Visit> {
  for (const step of steps) {
    await prepare?.(step, things);
    const missing = findMissing(step, things);
    if (missing.length > 0) {
      yield { step, missing };
      continue;
    }
    const [verb = 'GET'] = step.route.split(' ');
    const path = fill(step.path, things, encodeURIComponent);
    const body = step.body === undefined ? undefined : JSON.parse(fillJson(step.body, things));
    const { status, json } = await send(verb, path, body);
    for (const [name, where] of Object.entries(step.keep ?? {})) {
      const value = valueAt(json, where);
      if (typeof value === 'string') things[name] = value;
    }
    yield { step, status, json };
  }
}

const placeholder = /\{([a-zA-Z]+)\}/g;

function findMissing({ path, body }: Step, things: Things): string[] {
  const text = path + JSON.stringify(body ?? null);
  const names = [...text.matchAll(placeholder)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => things[name] === undefined);
}

function fill(text: string, things: Things, write: (value: string) => string): string {
  return text.replace(placeholder, (_, name: string) => write(things[name] ?? ''));
}

function fillJson(body: JsonValue, things: Things): string {
  return fill(JSON.stringify(body), things, (value) => JSON.stringify(value).slice(1, -1));
}

/** The value at a dotted path; numbers count in lists. */
export function valueAt(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], json);
}
