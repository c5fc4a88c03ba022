import { describe, expect, it } from 'vitest';
import { formPath, placeViolations } from './field-errors';
import { services } from './services';

const { createOrganization, updateOrganizationSettings } = services.organizations.method;
const { createToken, updateToken } = services.tokens.method;
const { createUserAndMembership } = services.users.method;

describe('formPath', () => {
  it.each([
    [createOrganization, 'organization.display_name', 'displayName'],
    [createOrganization, 'organization.metadata["cost.center"]', 'metadata.cost.center'],
    [createOrganization, 'organization', 'organization'],
    [createToken, 'token.custom_claims["plan_x"]', 'customClaims.plan_x'],
    [createToken, 'token.custom_claims["a\\"b"]', 'customClaims.a"b'],
    [updateToken, 'custom_claims["plan"]', 'customClaims.plan'],
    [updateToken, 'token', 'token'],
    [updateOrganizationSettings, 'settings.features[0].name', 'features.0.name'],
    [createUserAndMembership, 'user.user_profile.given_name', 'userProfile.givenName'],
    [createOrganization, '', ''],
  ])('of %s: %s is %s', (method, field, path) => {
    expect(formPath(field, method.input)).toBe(path);
  });
});

describe('placeViolations', () => {
  it('keeps the first sentence of a field and the sentences that name none', () => {
    const violations = [
      { field: 'organization.display_name', description: 'value is required' },
      { field: 'organization.display_name', description: 'value is short' },
      { field: '', description: 'one of a and b is needed' },
      { field: 'organization.slug', description: '' },
    ];
    expect(placeViolations(violations, createOrganization.input)).toEqual({
      fields: { displayName: 'Value is required.', slug: 'Scalekit does not accept this value.' },
      rest: ['One of a and b is needed.'],
    });
  });
});
