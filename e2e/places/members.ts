import { uniqueWord } from '../fixtures/scalekit-api';
import { type FindPlaces, of } from './place';

export const memberPlaces: FindPlaces = async (scalekit, { id }) => {
  const member = await scalekit.addMember(id);
  const invited = (await scalekit.send('POST', `/organizations/${id}/users`, {
    email: `invited.${uniqueWord()}@customer.example`,
    membership: {},
  })) as { user: { id: string } };
  const dialog = (name: string) => of(id, `/members?dialog=${name}`);
  return [
    { name: 'members', path: of(id, '/members') },
    { name: 'end all sessions of an organization', path: dialog('end-sessions') },
    { name: 'invite member', path: dialog('invite') },
    { name: 'add existing user', path: dialog('add') },
    { name: 'change roles', path: dialog(`roles:${member.id}`) },
    { name: 'edit membership metadata', path: dialog(`member-metadata:${member.id}`) },
    { name: 'remove member', path: dialog(`remove:${member.id}`) },
    { name: 'wrong address', path: dialog(`wrong-address:${invited.user.id}`) },
    { name: 'resend invitation', path: dialog(`resend:${invited.user.id}`) },
  ];
};
