/** Where an embedded database is reached; only its port and password differ. */
export const HOST = '127.0.0.1';
export const NAME = 'postgres';
export const USER = 'postgres';
