/** What invented messages, tickets and pages are about. */
export const subjects = [
  'Renewal quote for the spring term',
  'Login loop after the certificate change',
  'Minutes of the onboarding call',
  'Access for the new data team',
  'Invoice 20417 has two lines for one seat',
  'Export of the audit trail',
  'Pilot in the Lisbon office',
  'Question about directory groups',
  'Webhook deliveries late since Tuesday',
  'Draft of the security questionnaire',
] as const;

/** Invented people. */
export const people = [
  'Ines Varga',
  'Tobin Ash',
  'Maren Quist',
  'Oluwa Brandt',
  'Petra Lindqvist',
  'Dov Hallam',
] as const;

/** Invented companies. */
export const companies = [
  'Tessellate Labs',
  'Northwharf Shipping',
  'Vireo Analytics',
  'Corvid Systems',
  'Halcyon Dental Group',
] as const;

/** An address for an invented person. */
export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
}
