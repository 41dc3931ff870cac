import { describe, expect, it } from 'vitest';
import { readCoordinates, writeCoordinates } from './coordinates.ts';

const SHANGHAI = { latitude: 31.2304, longitude: 121.4737 };

describe('a place is read from what people copy out of a map', () => {
	it.each([
		'31.2304, 121.4737',
		'31.2304，121.4737',
		'31.2304 121.4737',
		'(31.2304, 121.4737)',
		'geo:31.2304,121.4737',
		'geo:31.2304,121.4737?z=16',
		'https://www.google.com/maps/@31.2304,121.4737,15z',
		'https://www.google.com/maps/place/The+Bund/@31.24,121.49,17z/data=!3m1!4b1!4m5!3m4!8m2!3d31.2304!4d121.4737',
		'https://maps.google.com/?q=31.2304,121.4737',
		'https://www.google.com/maps/search/?api=1&query=31.2304%2C121.4737',
		'https://maps.apple.com/?ll=31.2304,121.4737&q=Villa',
		'https://www.openstreetmap.org/?mlat=31.2304&mlon=121.4737#map=16/31.23/121.47',
		'https://www.openstreetmap.org/#map=16/31.2304/121.4737',
		'https://uri.amap.com/marker?position=121.4737,31.2304&name=Villa',
		'https://apis.map.qq.com/uri/v1/marker?marker=coord:31.2304,121.4737;title:Villa'
	])('%s', (typed) => {
		expect(readCoordinates(typed)).toEqual(SHANGHAI);
	});

	it('degrees, minutes and seconds, with the side of the world', () => {
		const read = readCoordinates('31°13\'49.4"N 121°28\'25.3"E');
		expect(read?.latitude).toBeCloseTo(31.2304, 3);
		expect(read?.longitude).toBeCloseTo(121.4737, 3);
		expect(readCoordinates('33.86°S 151.2°E')).toEqual({ latitude: -33.86, longitude: 151.2 });
	});

	it.each(['', 'the villa', '31.23', '131.2, 21.4', '31.2, 221.4', 'https://example.com/place/12', '1,2,3'])(
		'"%s" is no place on the map',
		(typed) => {
			expect(readCoordinates(typed)).toBeNull();
		}
	);

	it('what is written is read back', () => {
		expect(readCoordinates(writeCoordinates(SHANGHAI))).toEqual(SHANGHAI);
	});
});
