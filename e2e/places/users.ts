import type { FindPlaces } from './place';

export const userPlaces: FindPlaces = async (scalekit, { id }) => {
  const user = await scalekit.addMember(id);
  const of = (search = '') => `/production/users/${user.id}${search}`;
  return [
    { name: 'users', path: '/production/users' },
    { name: 'users, a search that finds nobody', path: '/production/users?q=nobody-at-all' },
    { name: 'user', path: of() },
    { name: 'end all sessions of a user', path: of('?dialog=end-all') },
    { name: 'a user that is not there', path: '/production/users/usr_1' },
  ];
};
