export const testUrls = () => ({
  databaseUrl: process.env['DEV_DB']!,
  redisUrl: process.env['DEV_REDIS']!,
});
