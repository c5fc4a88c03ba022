import { type FindPlaces, of } from './place';

export const activityPlaces: FindPlaces = async (_scalekit, { id }) => [
  { name: 'activity of an organization', path: of(id, '/activity') },
  { name: 'staff activity', path: '/production/activity/staff-log' },
  { name: 'staff activity, filtered to nothing', path: '/production/activity/staff-log?person=nobody' },
  { name: 'keyboard shortcuts', path: '/production/organizations?dialog=shortcuts' },
];
