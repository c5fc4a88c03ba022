import {
  mapGroup,
  openDirectory,
  openDisabledDirectory,
  pushPeople,
  userIdAtScalekit,
} from '../fixtures/directories-api';
import { type FindPlaces, of } from './place';

export const directoryPlaces: FindPlaces = async (scalekit, { id }) => {
  const directory = await openDirectory(scalekit, id);
  const { userIds, userNames, groupIds } = await pushPeople(directory, ['ada', 'ben'], {
    Finance: ['ada'],
    Sales: ['ben'],
  });
  await mapGroup(scalekit, { organizationId: id, ...directory, groupId: groupIds.Finance ?? '' });
  const userId = await userIdAtScalekit(scalekit, id, userNames[0] ?? '');
  const off = await openDisabledDirectory(scalekit, id);
  const one = (rest = '') => of(id, `/directories/${directory.directoryId}${rest}`);
  return [
    { name: 'directories', path: of(id, '/directories') },
    { name: 'create directory', path: of(id, '/directories?dialog=create') },
    { name: 'directory', path: one() },
    { name: 'add a secret', path: one('?dialog=add-secret') },
    { name: 'replace all secrets', path: one('?dialog=replace-secrets') },
    { name: 'rename a directory', path: one('?dialog=rename-directory') },
    { name: 'synchronize', path: one('?dialog=sync') },
    { name: 'disable a directory', path: one('?dialog=switch') },
    { name: 'delete a directory', path: one('?dialog=delete-directory') },
    { name: 'disabled directory', path: of(id, `/directories/${off}`) },
    { name: 'enable a directory', path: of(id, `/directories/${off}?dialog=switch`) },
    { name: 'delete a disabled directory', path: of(id, `/directories/${off}?dialog=delete-directory`) },
    { name: 'user of a directory', path: one(`/users?dialog=user:${userIds[0]}`) },
    { name: 'directory users', path: one('/users') },
    { name: 'directory users, filtered', path: one('/users?since=2999-01-01') },
    { name: 'directory groups', path: one('/groups') },
    { name: 'why is a group missing, unasked', path: one('/groups/missing') },
    {
      name: 'why a group is missing',
      path: one('/groups/missing?group=Payroll&person=nobody@customer.example'),
    },
    { name: 'compare people', path: of(id, '/members/compare?kind=all') },
    { name: 'choose tracked groups', path: one('/groups?dialog=track-groups') },
    { name: 'directory mapping', path: one('/mapping') },
    { name: 'directory without a mapping', path: of(id, `/directories/${off}/mapping`) },
    { name: 'role by a directory group', path: `/production/users/${userId}/access?organization=${id}` },
    { name: 'map groups to roles', path: one('/mapping?dialog=map-roles') },
    { name: 'map attributes', path: one('/mapping?dialog=map-attributes') },
  ];
};
