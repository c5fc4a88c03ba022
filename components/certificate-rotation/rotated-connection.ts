/** Where the connection is whose certificate is rotated. */
export type RotatedConnection = { environment: string; organizationId: string; connectionId: string };
