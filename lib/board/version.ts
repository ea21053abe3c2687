/** The version of board files that this program writes; older ones are migrated (`migrations/`). */
export const boardVersion = 3;
