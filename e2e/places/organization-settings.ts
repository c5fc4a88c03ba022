import { type FindPlaces, of } from './place';

export const organizationSettingsPlaces: FindPlaces = async (scalekit, { id }) => {
  await scalekit.addMember(id);
  await scalekit.createApiKey(id, 'goes with its organization');
  await scalekit.send('PATCH', `/organizations/${id}/session-policy`, {
    policy_source: 'CUSTOM',
    absolute_session_timeout: 8,
    absolute_session_timeout_unit: 'HOURS',
    idle_session_timeout_enabled: true,
    idle_session_timeout: 30,
  });
  return [
    { name: 'settings of an organization', path: of(id, '/settings') },
    { name: 'edit session policy', path: of(id, '/settings?dialog=session-policy') },
    { name: 'edit user limit', path: of(id, '/settings?dialog=user-limit') },
    { name: 'switch the customer’s page on', path: of(id, '/settings?dialog=customer-page') },
    { name: 'switch off a feature', path: of(id, '/settings?dialog=disable-feature:sso') },
    { name: 'delete organization', path: of(id, '/settings?dialog=delete') },
  ];
};
