import type { FindPlaces } from './place';

export const userPlaces: FindPlaces = async (scalekit, { id }) => {
  const user = await scalekit.addMember(id);
  const passkey = (await scalekit.control('POST', 'passkeys', { userId: user.id })) as { id: string };
  const of = (search = '') => `/production/users/${user.id}${search}`;
  return [
    { name: 'users', path: '/production/users' },
    { name: 'users, a search that finds nobody', path: '/production/users?q=nobody-at-all' },
    { name: 'user', path: of() },
    { name: 'edit profile', path: of('?dialog=edit') },
    { name: 'edit metadata of a user', path: of('?dialog=metadata') },
    { name: 'delete user', path: of('?dialog=delete') },
    { name: 'add to an organization', path: of('?dialog=add') },
    { name: 'roles of a membership', path: of(`?dialog=roles:${id}`) },
    { name: 'edit metadata of a membership', path: of(`?dialog=member-metadata:${id}`) },
    { name: 'access of a user', path: of('/access') },
    { name: 'passkeys of a user', path: of('/passkeys') },
    { name: 'rename passkey', path: of(`/passkeys?dialog=rename-passkey:${passkey.id}`) },
    { name: 'remove passkey', path: of(`/passkeys?dialog=remove-passkey:${passkey.id}`) },
    { name: 'timeline of a user', path: of('/timeline') },
    { name: 'is a user really gone', path: of('/gone') },
    { name: 'is somebody really gone, unasked', path: '/production/users/gone' },
    {
      name: 'is somebody really gone',
      path: `/production/users/gone?email=nobody@customer.example&organization=${id}`,
    },
    { name: 'end all sessions of a user', path: of('?dialog=end-all') },
    { name: 'a user that is not there', path: '/production/users/usr_1' },
  ];
};
