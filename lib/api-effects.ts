import { type Effect, operationEffects } from './api-effects.data';
import { readPath } from './wire-request';

type Json = Record<string, unknown>;

/** The acts by which the staff log and the permissions name a call: `api.` and one of these. */
export const apiActs = [
  'read',
  'read_secrets',
  'read_content',
  'act_as_person',
  'write',
  'contain',
  'issue_secret',
  'destroy',
] as const;
export type ApiAct = (typeof apiActs)[number];

const actOfEffect: Record<Exclude<Effect, 'writes'>, ApiAct> = {
  read: 'read',
  'reads-secrets': 'read_secrets',
  'reads-content': 'read_content',
  'acts-as-person': 'act_as_person',
};

/**
 * What a call does with such an input; an empty input stands for the operation as such.
 * Undefined for an operation that is not classed: nobody may send it.
 */
export function actOf(operation: string, input: Json = {}): ApiAct | undefined {
  const found = Object.hasOwn(operationEffects, operation) ? operationEffects[operation] : undefined;
  if (!found) return undefined;
  const { effect, note } = found.when && isSet(input[found.when.field]) ? found.when : found;
  if (effect !== 'writes') return actOfEffect[effect];
  if (note === 'containment') return 'contain';
  if (note === 'destroys') return 'destroy';
  return note === 'issues-secret' ? 'issue_secret' : 'write';
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '';
}

/** Acts that ask for a reason in production. */
export const actsWithReason: readonly ApiAct[] = ['read_secrets', 'read_content', 'act_as_person'];

/** Acts whose outcome is lost when no answer comes. */
export function changesSomething(act: ApiAct): boolean {
  return act !== 'read' && act !== 'read_secrets';
}

/**
 * The one organization that a call is about, told by the path on the wire or by the input; undefined when neither does.
 * An input that names a second organization is about none: the two might not agree.
 */
export function organizationOfCall(operation: string, path: string, input: Json): string | undefined {
  const inPath = /^\/api\/v1\/(?:(?:memberships|invites)\/)?organizations\/([^/:]+)/.exec(path)?.[1];
  const named = operationEffects[operation]?.customer;
  const told = inPath ? decodeURIComponent(inPath) : named ? readPath(input, named) : undefined;
  if (typeof told !== 'string' || told === '' || told === '-') return undefined;
  return namedOrganizations(input).every((id) => id === told) ? told : undefined;
}

function namedOrganizations(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(namedOrganizations);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    /^(org(anization)?_?id)s?$/i.test(name) ? [inner].flat() : namedOrganizations(inner),
  );
}
