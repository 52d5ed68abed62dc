export const socketDuties = {};
