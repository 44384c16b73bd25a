// Values that mean the same under both controllers, whose own defaults differ.

export const DEFAULT_REALM = 'Protected Content';
export const DEFAULT_RATE_STATUS = 429;
export const DEFAULT_CORS_METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'];
export const DEFAULT_CORS_MAX_AGE_SECONDS = 600;
