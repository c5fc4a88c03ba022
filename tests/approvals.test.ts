import { expect, it } from 'vitest';
import { actOf } from '@/lib/api-effects';
import { needsSecondPerson } from '@/lib/auth/approvals.data';
import { type Permission, permissions, ruleOf } from '@/lib/auth/permissions';
import { usesInActions } from './setup/uses-in-actions';

it('the API explorer is no way round a second person', () => {
  const uses = usesInActions().filter(({ permission }) => needsSecondPerson.includes(permission));
  expect(uses.length).toBeGreaterThan(5);
  const open = uses.flatMap(({ operation, permission, path }) => {
    const act = actOf(operation);
    const changes = act && act !== 'read' && act !== 'contain';
    return changes && !needsSecondPerson.includes(`api.${act}` as Permission)
      ? [`${path}: ${permission} needs one, api.${act} does not (${operation})`]
      : [];
  });
  expect(open).toEqual([]);
});

it('what needs a second person needs a fresh sign-in, and every deletion with one is on the list', () => {
  expect(needsSecondPerson.filter((name) => !ruleOf(name).stepUp)).toEqual([]);
  const deletions = Object.keys(permissions).filter(
    (name) => /\.delete(_|$)/.test(name) && ruleOf(name as Permission).stepUp,
  );
  expect(deletions.filter((name) => !needsSecondPerson.includes(name as Permission))).toEqual([]);
});
