import { insertActivityRows } from '../fixtures/activity-rows';
import { e2eStack } from '../setup/stack';
import { type FindPlaces, of } from './place';

export const activityPlaces: FindPlaces = async (_scalekit, { id }) => {
  const common = {
    organizationId: id,
    type: 'organization.updated',
    targetType: 'organization',
    targetId: id,
  };
  await insertActivityRows(e2eStack(), [
    { ...common, id: `evt_before_${id}`, at: new Date(Date.now() - 60_000), data: { display_name: 'Acme' } },
    { ...common, id: `evt_place_${id}`, data: { display_name: 'Acme two' } },
  ]);
  return [
    { name: 'activity of an organization', path: of(id, '/activity') },
    {
      name: 'activity, with a dialog',
      path: `/production/activity?organization=${id}&period=day&dialog=save-view`,
    },
    { name: 'activity', path: '/production/activity?view=all' },
    { name: 'activity, with the export', path: '/production/activity?view=all&dialog=export' },
    {
      name: 'activity, filtered to nothing by what is not understood',
      path: '/production/activity?query=outcome%3Abad%20color%3Ablue%20nobody',
    },
    { name: 'an entry of the activity', path: `/production/activity/event/evt_place_${id}` },
    { name: 'staff activity', path: '/production/activity/staff-log' },
    { name: 'staff activity, filtered to nothing', path: '/production/activity/staff-log?person=nobody' },
    { name: 'keyboard shortcuts', path: '/production/organizations?dialog=shortcuts' },
  ];
};
