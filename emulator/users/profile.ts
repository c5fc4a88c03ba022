import type { usersPb } from '@/lib/scalekit/services';
import type { UserProfile } from './rows';

type ProfileInput = Partial<usersPb.CreateUserProfile> | Partial<usersPb.UpdateUserProfile>;

const texts = [
  'givenName',
  'familyName',
  'name',
  'locale',
  'phoneNumber',
  'preferredUsername',
  'picture',
  'gender',
] as const;

/** A profile with what was sent of it. */
export function newProfile(id: string, input: usersPb.CreateUserProfile | undefined): UserProfile {
  const empty: UserProfile = {
    id,
    givenName: '',
    familyName: '',
    name: '',
    locale: '',
    phoneNumber: '',
    preferredUsername: '',
    picture: '',
    gender: '',
    groups: [],
    metadata: {},
    customAttributes: {},
  };
  return input ? mergeProfile(empty, input) : empty;
}

/** Lays the sent parts over a profile. An empty list or map is no change: proto3 cannot tell it from an absent one. */
export function mergeProfile(current: UserProfile, input: ProfileInput): UserProfile {
  const profile = { ...current };
  const isJoined = !input.name && current.name === joinNames(current);
  for (const key of texts) profile[key] = input[key] ?? profile[key];
  // The deprecated names count where the current ones are silent.
  if (!input.givenName && input.firstName) profile.givenName = input.firstName;
  if (!input.familyName && input.lastName) profile.familyName = input.lastName;
  if (input.groups?.length) profile.groups = input.groups;
  if (isFilled(input.metadata)) profile.metadata = input.metadata;
  if (isFilled(input.customAttributes)) profile.customAttributes = input.customAttributes;
  // A full name that nobody wrote follows its parts.
  return isJoined ? { ...profile, name: joinNames(profile) } : profile;
}

function joinNames({ givenName, familyName }: UserProfile): string {
  return [givenName, familyName].filter(Boolean).join(' ');
}

/** True for a map with something in it. */
export function isFilled(map: Record<string, string> | undefined): map is Record<string, string> {
  return map !== undefined && Object.keys(map).length > 0;
}
