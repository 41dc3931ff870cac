/**
 * Stories for the productions that are there to be measured rather than read (A and C): a season is a row of arcs,
 * an arc goes through the same eight turns with its own stake, rival and places.
 */
import { readStory, type StoryEpisode } from './read-story.ts';

/** One arc: what it is about, whom it is against, who helps, and where it plays. */
export type Arc = {
	readonly title: string;
	/** what everybody wants: `the recipe book` */
	readonly stake: string;
	readonly hero: number;
	readonly rival: number;
	readonly ally: number;
	/** set codes: where the rival rules, where the hero is at home, where things happen in the open */
	readonly court: string;
	readonly home: string;
	readonly open: string;
};

/** The eight turns. `{stake}` and the rest are filled in from the arc and the names of the parts. */
const TURNS = `
# {title}: the Offer
! {rival} puts {stake} on the table and leaves the room.
~ It is a copy.
> {hero} has already signed for it.
{court} DI {h} {r} | {rival} names a price for {stake}, and smiles.
{home} DI {h} {a} | {ally} reads the small print out loud.
{open} DE {h} | {hero} walks home the long way round.
{court} NI {r} | Alone, {rival} opens the drawer with the real one.

# {title}: the Insult
! A cup is set down too hard.
~ It was meant for {ally}.
> {ally} drinks it.
{court} DI {h} {r} {a} | {rival} seats {hero} below the door.
{court} DI {a} | {ally} laughs one second too late.
{home} NI {h} {a} | {hero} counts who laughed with them.
{open} DE {r} | {rival} rehearses an apology for later.

# {title}: the Wager
! "If I lose, I go."
~ {rival} never said what a win would cost.
> Everybody in the street heard it.
{open} DE {h} {r} | {hero} bets a place in the house against {stake}.
{open} DE {a} | {ally} takes bets on the bet.
{home} DI {h} | {hero} practises until the candles are gone.
{court} NI {r} {a} | {rival} sends for {ally} and is friendly.

# {title}: the Trick
! The lock isn't broken. It was opened.
~ {ally} has the key.
> {ally} doesn't deny it.
{home} NI {a} | {ally} comes home and doesn't light the lamp.
{home} NI {h} {a} | Two friends ask each other the same question.
{court} DI {r} | {rival} counts what was carried in overnight.
{open} NE {h} {r} | {hero} follows a light that wants to be followed.

# {title}: the Loss
! {stake} burns.
~ {hero} lit it.
> Only {rival} believes it was the real one.
{open} NE {h} {r} {a} | Sparks, shouting, and one person who is calm.
{court} NI {r} | {rival} scrapes the ash into an envelope.
{home} dawnI {h} {a} | {ally} learns what the plan was, and is furious not to have known.
{open} dawnE {h} | Morning, and a street that has stopped greeting.

# {title}: the Secret
! A second handwriting under the first.
~ It is {rival}'s mother's.
> {rival} has never seen it.
{home} DI {h} | Held over steam, {stake} begins to speak.
{home} DI {h} {a} | {ally} knows the hand from a grave.
{court} DI {h} {r} | {hero} gives {rival} one page, and a chair.
{court} NI {r} | {rival} reads it to the end, twice.

# {title}: the Win
! The whole room stands up for the wrong person.
~ {rival} is the first.
> The envelope is empty.
{court} DI {h} {r} {a} | The wager is called in before witnesses.
{court} DI {h} {r} | {rival} keeps the bargain, with effort.
{open} DE {h} {a} | They carry it home through the front street.
{home} NI {a} | {ally} opens the envelope when nobody is looking.

# {title}: the Price
! "Now you are worth something. Now they will come."
~ The first of them has already written.
> It says a name {hero} no longer uses.
{home} DI {h} {a} | Breakfast, and a letter without a stamp.
{open} duskE {h} {r} | {rival} warns {hero} as one warns an equal.
{home} NI {h} | {hero} packs, unpacks, and locks the door.
{court} NI {r} {a} | {rival} and {ally} agree on one thing.
`;

const EPISODES_AN_ARC = 8;
const SCENES_A_TURN = 4;

/**
 * A season of `episodes` episodes and exactly `scenes` scenes, the scenes spread as evenly as they go.
 * @param names the parts' names by board number, from 1
 */
export function seasonOf(
	arcs: readonly Arc[],
	names: readonly string[],
	episodes: number,
	scenes: number
): StoryEpisode[] {
	const told = arcs.flatMap((arc) => readStory(fill(arc, names)));
	if (told.length < episodes || scenes > episodes * SCENES_A_TURN)
		throw new Error(`${arcs.length} arcs tell ${arcs.length * EPISODES_AN_ARC} episodes, not ${episodes}`);
	const until = (n: number): number => Math.floor((n * scenes) / episodes);
	return told
		.slice(0, episodes)
		.map((episode, i) => ({ ...episode, scenes: episode.scenes.slice(0, until(i + 1) - until(i)) }));
}

function fill(arc: Arc, names: readonly string[]): string {
	/** On screen people are called by their first name, without the other alphabet. */
	const short = (part: number): string => (names[part - 1] ?? '').split(' · ')[0] ?? '';
	const words: Record<string, string> = {
		title: arc.title,
		stake: arc.stake,
		hero: short(arc.hero),
		rival: short(arc.rival),
		ally: short(arc.ally),
		h: String(arc.hero),
		r: String(arc.rival),
		a: String(arc.ally),
		court: arc.court,
		home: arc.home,
		open: arc.open
	};
	const filled = TURNS.replaceAll(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
	// A hook that begins with a thing begins with a capital.
	return filled.replaceAll(
		/^([!~>] )([a-z])/gm,
		(_, mark: string, letter: string) => mark + letter.toUpperCase()
	);
}
