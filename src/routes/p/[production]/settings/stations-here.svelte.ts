import { api, type Answer, type Membership, type Station } from '#lib/api/api.ts';
import { links } from '#lib/links.ts';
import { errorText } from '#lib/ui/error-text.ts';
import type { StationActs, StationPerson } from '#lib/ui/settings/stations.ts';

/** Stations of a production and who has a PIN, as the server last said; null until it has. */
export class StationsHere {
	readonly #production: string;
	#all = $state.raw<readonly Station[] | null>(null);
	#pins = $state.raw<readonly string[]>([]);
	#withAccount = $state.raw<readonly string[] | null>(null);

	constructor(production: string) {
		this.#production = production;
	}

	/** Those in force. */
	get stations(): readonly Station[] | null {
		return this.#all?.filter(({ revokedAt }) => revokedAt === null) ?? null;
	}
	/** ids of the people who have a PIN */
	get pins(): readonly string[] {
		return this.#pins;
	}

	/** Whoever has an account sets the own PIN; for others the producer does, or who keeps their hours. */
	maySetPin(personId: string, { role, keeps }: Membership): boolean {
		if (!this.#withAccount || this.#withAccount.includes(personId)) return false;
		return role === 'producer' || keeps === 'all' || (keeps !== 'none' && keeps.includes(personId));
	}

	/** Asks the server again; without a network what is known stays. */
	async ask(): Promise<void> {
		const [stations, pins, members] = await Promise.all([
			api.stations(this.#production),
			api.pins(this.#production),
			api.members(this.#production)
		]);
		if (stations.ok) this.#all = stations.value;
		if (pins.ok) this.#pins = pins.value;
		if (members.ok) this.#withAccount = members.value.flatMap(({ personId }) => personId ?? []);
	}

	/** Runs a change, then shows what the server made of it. */
	async #then(answer: Promise<Answer<unknown>>): Promise<string | null> {
		const outcome = await answer;
		if (!outcome.ok) return errorText(outcome);
		await this.ask();
		return null;
	}

	/** @param zone the production's, asked when a station is made */
	acts(zone: () => string): StationActs {
		const id = this.#production;
		return {
			make: async (name: string, people: readonly StationPerson[]) => {
				const answer = await api.enrolStation(id, name, zone(), people);
				if (!answer.ok) return { ok: false, why: errorText(answer) };
				await this.ask();
				const { token, expiresAt } = answer.value;
				return { ok: true, link: links.stationLink(token, location.origin), expiresAt };
			},
			setPeople: (station, people) => this.#then(api.changeStation(id, station, people)),
			end: (station) => this.#then(api.endStation(id, station)),
			setPin: (personId, pin) => this.#then(api.setPin(id, personId, pin))
		};
	}
}
