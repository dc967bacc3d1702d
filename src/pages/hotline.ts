/** 12351: the unions' hotline, open everywhere in China. */
export const hotline = '12351'
