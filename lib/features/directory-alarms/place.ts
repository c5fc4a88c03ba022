/** What is judged by itself: a directory, or all of a customer's where the events name none (`directoryId` is empty then). */
export type Place = { organizationId: string; directoryId: string };

export const deletionType = 'organization.directory.user_deleted';
