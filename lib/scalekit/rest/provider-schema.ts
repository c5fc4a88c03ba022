import { z } from 'zod';

const metadata = z
  .record(z.string().min(3).max(25), z.string().min(1).max(256))
  .refine((pairs) => Object.keys(pairs).length <= 20, 'must have at most 20 pairs');

/** One way to authorize at a provider; its fields differ by type. */
export const authPattern = z.looseObject({ type: z.string().min(1) });

/** What creating and replacing a custom provider takes: the list of patterns replaces the one before. */
export const customProvider = z.object({
  display_name: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[\p{L}\p{N} ]*$/u, 'may hold letters, digits and spaces')
    .regex(/\S/, 'must hold more than spaces'),
  description: z.string().optional(),
  auth_patterns: z.array(authPattern).min(1),
  // Not a URL in the strict sense: it may hold placeholders such as {{domain}}.
  proxy_url: z
    .string()
    .max(2048)
    .regex(/^https:\/\//, 'must start with https://'),
  proxy_enabled: z.boolean().optional(),
  icon_src: z
    .string()
    .max(2048)
    .regex(/^(https:\/\/.*)?$/, 'must start with https://')
    .optional(),
  metadata: metadata.optional(),
});

/** A provider as answers hold it. */
export const provider = z.object({
  id: z.string().default(''),
  identifier: z.string().default(''),
  display_name: z.string().default(''),
  description: z.string().default(''),
  categories: z.array(z.string()).default([]),
  auth_patterns: z.array(z.looseObject({})).default([]),
  icon_src: z.string().default(''),
  display_priority: z.number().default(0),
  coming_soon: z.boolean().default(false),
  proxy_url: z.string().default(''),
  proxy_enabled: z.boolean().default(false),
  is_custom: z.boolean().default(false),
  is_custom_mcp: z.boolean().default(false),
  metadata: z.record(z.string(), z.string()).default({}),
});

export type Provider = z.output<typeof provider>;
