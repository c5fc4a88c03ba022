/** A secret of a client, without its value. Times are ISO 8601. */
export type ClientSecretRow = {
  id: string;
  suffix: string;
  isActive: boolean;
  createdAt: string | null;
  expiresAt: string | null;
  /** Null: never, or Scalekit does not say. */
  lastUsedAt: string | null;
};

/** What is answered once: the only time that the value exists outside of its owner's hands. */
export type RevealedSecret = { clientId: string; secretId: string; value: string };
