import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import { z } from 'zod';

export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

// Entra writes booleans as "True" and "False".
const boolean = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);
const text = z.string().optional();
// Anything beyond what is read stays as it is.
const multiValued = z
  .array(z.looseObject({ value: text, type: text, primary: boolean.optional() }))
  .optional();

/** What the emulator reads of a user in a directory; all else is kept and passed on. */
export const userAttributesSchema = z.looseObject({
  userName: z.string().min(1),
  externalId: text,
  active: boolean.default(true),
  displayName: text,
  nickName: text,
  profileUrl: text,
  title: text,
  userType: text,
  preferredLanguage: text,
  locale: text,
  timezone: text,
  name: z.looseObject({ formatted: text, givenName: text, familyName: text }).optional(),
  emails: multiValued,
  phoneNumbers: multiValued,
  photos: multiValued,
  addresses: z.array(z.looseObject({ primary: boolean.optional() })).optional(),
  [enterpriseSchema]: z
    .looseObject({
      employeeNumber: text,
      department: text,
      costCenter: text,
      division: text,
      organization: text,
    })
    .optional(),
});

export type UserAttributes = z.output<typeof userAttributesSchema>;

export const groupAttributesSchema = z.looseObject({ displayName: z.string().min(1), externalId: text });

export type GroupAttributes = z.output<typeof groupAttributesSchema>;

/** A directory user in the vendor's normal form, the same for every identity provider. */
export type NormalizedUser = {
  userName: string;
  externalId: string;
  active: boolean;
  /** In lower case; empty when the directory has none. */
  email: string;
  emails: string[];
  givenName: string;
  familyName: string;
  name: string;
  phoneNumber: string;
  picture: string;
  locale: string;
  customAttributes: Record<string, string>;
};

/** @param attributes as stored: what `userAttributesSchema` let pass */
export function readUserAttributes(attributes: JsonObject): UserAttributes {
  return userAttributesSchema.parse(attributes);
}

/** @param attributes as stored: what `groupAttributesSchema` let pass */
export function readGroupAttributes(attributes: JsonObject): GroupAttributes {
  return groupAttributesSchema.parse(attributes);
}

/** What of a user's attributes counts for the user's account. */
export function normalizeUser(
  attributes: JsonObject,
  mappings: { key: string; mapTo: string }[] = [],
): NormalizedUser {
  const user = readUserAttributes(attributes);
  const givenName = user.name?.givenName ?? '';
  const familyName = user.name?.familyName ?? '';
  const composed = [givenName, familyName].filter(Boolean).join(' ');
  return {
    userName: user.userName,
    externalId: user.externalId ?? '',
    active: user.active,
    email: primaryEmail(user),
    emails: (user.emails ?? []).flatMap(({ value }) => value ?? []),
    givenName,
    familyName,
    name: user.name?.formatted || user.displayName || composed,
    phoneNumber: primaryValue(user.phoneNumbers),
    picture: primaryValue(user.photos),
    locale: user.locale ?? '',
    customAttributes: Object.fromEntries(
      mappings.flatMap(({ key, mapTo }) => {
        const value = findAttribute(attributes, key);
        return value === undefined ? [] : [[mapTo, value]];
      }),
    ),
  };
}

function primaryEmail(user: UserAttributes): string {
  const named = user.userName.includes('@') ? user.userName : '';
  return (primaryValue(user.emails) || named).toLowerCase();
}

function primaryValue(items: UserAttributes['emails'] = []): string {
  return (items.find(({ primary }) => primary) ?? items[0])?.value ?? '';
}

// `department`, `name.givenName`: looked for in the user, then in the extensions.
function findAttribute(attributes: JsonObject, key: string): string | undefined {
  const extensions = Object.entries(attributes).filter(([name]) => name.startsWith('urn:'));
  for (const place of [attributes, ...extensions.map(([, value]) => value)]) {
    const value = key.split('.').reduce<JsonValue | undefined>(step, place);
    if (value !== undefined && value !== null)
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
  return undefined;
}

function step(place: JsonValue | undefined, name: string): JsonValue | undefined {
  if (typeof place !== 'object' || place === null || Array.isArray(place)) return undefined;
  return Object.hasOwn(place, name) ? place[name] : undefined;
}
