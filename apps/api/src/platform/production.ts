// First of all imports: libraries decide when they are loaded whether to check their callers at every step.
process.env['NODE_ENV'] ??= 'production';
