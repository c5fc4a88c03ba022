import { type FindPlaces, of } from './place';

export const apiKeyPlaces: FindPlaces = async (scalekit, { id }) => {
  const member = await scalekit.addMember(id);
  await scalekit.createApiKey(id, 'of the member', member.id);
  return [
    { name: 'API keys', path: of(id, '/api-keys') },
    { name: 'API keys with a wrong filter', path: of(id, '/api-keys?user=nobody') },
    { name: 'create API key', path: of(id, '/api-keys?dialog=create') },
  ];
};
