import { type FindPlaces, of } from './place';

export const memberPlaces: FindPlaces = async (scalekit, { id }) => {
  await scalekit.addMember(id);
  return [{ name: 'members', path: of(id, '/members') }];
};
