/** The actor of a row for whoever may not know who of our staff it was; the filter takes it too. */
export const ourStaff = 'our staff';
