import { type FindPlaces, of } from './place';

export const memberPlaces: FindPlaces = async (scalekit, { id }) => {
  await scalekit.addMember(id);
  return [
    { name: 'members', path: of(id, '/members') },
    { name: 'end all sessions of an organization', path: of(id, '/members?dialog=end-sessions') },
  ];
};
