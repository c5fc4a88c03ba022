import 'server-only';
import { z } from 'zod';
import {
  type FieldRow,
  type MutationRow,
  mutableFields,
  type PatternFields,
  patternTypes,
  type ScopeRow,
} from './pattern-schema';

/** A pattern as the API has it: a free object, of which these parts are documented. */
export type Pattern = { [name: string]: unknown; type: string };

const text = z.string().catch('');
const flag = z.boolean().catch(false);
const objects = z.array(z.record(z.string(), z.unknown())).catch([]);
const object = z.record(z.string(), z.unknown()).catch({});

const known = z.object({
  type: z.enum(patternTypes).catch('OAUTH'),
  display_name: text,
  description: text,
  is_mcp: flag,
  fields: objects,
  account_fields: objects,
  oauth_config: object,
  auth_header_key_override: text,
  auth_field_mutations: object,
});

/** A pattern as the form holds it; what is not there is empty. Never throws: what others wrote may have any shape. */
export function toPatternFields(pattern: unknown): PatternFields {
  const read = known.parse(object.parse(pattern));
  const oauth = z
    .object({
      authorize_uri: text,
      token_uri: text,
      user_info_uri: text,
      custom_scope_name: text,
      pkce_enabled: flag,
      available_scopes: objects,
    })
    .parse(read.oauth_config);
  return {
    type: read.type,
    patternName: read.display_name,
    patternDescription: read.description,
    isMcp: read.is_mcp,
    fields: read.fields.map(toFieldRow),
    accountFields: read.account_fields.map(toFieldRow),
    authorizeUri: oauth.authorize_uri,
    tokenUri: oauth.token_uri,
    userInfoUri: oauth.user_info_uri,
    customScopeName: oauth.custom_scope_name,
    pkceEnabled: oauth.pkce_enabled,
    scopes: oauth.available_scopes.map(toScopeRow),
    headerName: read.auth_header_key_override,
    mutations: Object.entries(read.auth_field_mutations).flatMap(toMutationRow),
  };
}

function toFieldRow(field: Record<string, unknown>): FieldRow {
  return {
    fieldName: text.parse(field.field_name),
    label: text.parse(field.label),
    hint: text.parse(field.hint),
    isSecret: field.input_type === 'password',
    isRequired: flag.parse(field.required),
    isPathParam: flag.parse(field.is_path_param),
  };
}

function toScopeRow(scope: Record<string, unknown>): ScopeRow {
  return {
    scope: text.parse(scope.scope),
    displayName: text.parse(scope.display_name),
    description: text.parse(scope.description),
    isRequired: flag.parse(scope.required),
  };
}

function toMutationRow([field, change]: [string, unknown]): MutationRow[] {
  const name = mutableFields.find((one) => one === field);
  const { default: fallback, prefix, suffix } = object.parse(change);
  return name
    ? [
        {
          field: name,
          fallback: text.parse(fallback),
          prefix: text.parse(prefix),
          suffix: text.parse(suffix),
        },
      ]
    : [];
}

/**
 * The pattern to send. Parts of the present one that this form does not know stay; those of another type go.
 */
export function toPattern(fields: PatternFields, present: unknown): Pattern {
  const old = object.parse(present);
  const { oauth_config, account_fields, auth_header_key_override, auth_field_mutations, ...kept } = old;
  const isOauth = fields.type === 'OAUTH';
  const pattern: Pattern = {
    ...kept,
    type: fields.type,
    display_name: fields.patternName,
    description: fields.patternDescription,
    is_mcp: fields.isMcp,
    fields: toFields(fields.fields, old.fields),
  };
  if (isOauth) {
    pattern.account_fields = toFields(fields.accountFields, account_fields);
    pattern.oauth_config = toOauthConfig(fields, oauth_config);
    return pattern;
  }
  if (fields.headerName) pattern.auth_header_key_override = fields.headerName;
  const mutations = toMutations(fields.mutations, auth_field_mutations);
  if (Object.keys(mutations).length > 0) pattern.auth_field_mutations = mutations;
  return pattern;
}

function toFields(rows: FieldRow[], present: unknown): object[] {
  const old = objects.parse(present);
  return rows.map(({ fieldName, label, hint, isSecret, isRequired, isPathParam }) => {
    const field: Record<string, unknown> = {
      ...old.find((one) => one.field_name === fieldName),
      field_name: fieldName,
      label,
      hint,
      input_type: isSecret ? 'password' : 'text',
      required: isRequired,
    };
    if (isPathParam || 'is_path_param' in field) field.is_path_param = isPathParam;
    return field;
  });
}

// An MCP server tells its addresses itself: they may not be sent.
function toOauthConfig(fields: PatternFields, present: unknown): object {
  if (fields.isMcp) return { pkce_enabled: true };
  return {
    ...object.parse(present),
    authorize_uri: fields.authorizeUri,
    token_uri: fields.tokenUri,
    user_info_uri: fields.userInfoUri,
    pkce_enabled: fields.pkceEnabled,
    ...(fields.customScopeName
      ? { custom_scope_name: fields.customScopeName }
      : { custom_scope_name: undefined }),
    available_scopes: fields.scopes.map(({ scope, displayName, description, isRequired }) => ({
      scope,
      display_name: displayName,
      description,
      required: isRequired,
    })),
  };
}

// What others wrote for values that the form does not know stays.
function toMutations(rows: MutationRow[], present: unknown): Record<string, unknown> {
  const isKnown = (name: string) => mutableFields.some((one) => one === name);
  const kept = Object.entries(object.parse(present)).filter(([name]) => !isKnown(name));
  const own = rows.map(({ field, fallback, prefix, suffix }) => {
    const parts = Object.entries({ default: fallback, prefix, suffix }).filter(([, value]) => value !== '');
    return [field, Object.fromEntries(parts)] as const;
  });
  return Object.fromEntries([...kept, ...own]);
}
