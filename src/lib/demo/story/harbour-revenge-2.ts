/** Harbour Revenge, episodes 19–36: inside the villa, after the captain. */
export const PART_2 = `
# Rules of the House · 家规
! A list of eleven rules under her door.
~ Rule twelve is in her father's handwriting.
> "Never go to Warehouse 7 on the ninth." Today is the ninth.
bedroom dawnI 1 | The list has been folded and unfolded by many people.
kitchen DI 1 7 | Shen Man says the rules are for guests, and she was a guest for nine years.
salon DI 1 4 | The patriarch asks her to have the house searched, by law.
study NI 1 2 | They compare two hands until only one is left.

# The Ninth · 初九
! Every lamp in the port goes out at once.
~ The blackout is on the schedule.
> A ship without lights comes alongside.
quay NE 1 8 | Lin Xiao tells her to go home; he says it like a brother.
wh7 NI 8 11 | Men who were never here unload what never came.
quay NE 1 2 | Gu Chen holds her down behind a bollard and counts the crates.
tug NE 10 | Far out, somebody switches a torch on and off.

# Torchlight · 灯语
! Short, long, short: an old customs code.
~ Only three people ever knew it, and two are dead.
> The answer is: "Trust the boy."
flat NI 1 8 | On the kitchen floor brother and sister write down dots and lines.
noodle NI 1 8 15 | Auntie He knew the code too; that makes four.
roof NE 1 2 | She signals from the roof, and the harbour answers.

# Warehouse 7 · 七号仓
! She unlocks the door with his key.
~ He gave it to her seven years ago.
> Somebody has poured petrol.
wh7 DI 1 17 | Pan shows her which shelves he would burn, if he were asked.
wh7 NI 17 11 | He is asked.
wh7 NI 1 2 17 | Fire; she goes back for the ledger, he goes back for her.
yard NE 1 2 8 | Outside, three people cough and nobody says thank you.

# Ash · 灰烬
! One page is left.
~ It is the only page that mattered.
> The signature is a judge's.
hcorr dawnI 1 14 | Nurse Xu cuts the sleeve, and pretends not to read.
ward DI 1 2 | He sleeps; she reads him the page as if it were a letter.
chambers DI 1 9 | Judge Han looks at his own name for a long time.
steps DE 1 18 | The reporter asks one question too many.

# The Judge · 法官
! "I signed it. I was told your father would live."
~ He has kept the original.
> His chambers are empty the next morning.
court DI 1 9 | After hours, without a robe, he tells her how it was done.
chambers DI 9 11 | Tang Rui brings flowers for a retirement nobody announced.
chambers dawnI 1 5 | An empty shelf, and a clean square in the dust.

# Arrest · 逮捕
! Police lights over the dock canteen.
~ The petrol was bought with her brother's card.
> He confesses.
canteen NI 8 16 | Inspector Lu lets him finish his soup.
flat NI 1 15 | A drawer with two thousand unopened yuan in it.
visit NI 1 8 | "I did it," he says, and taps the table: short, long, short.

# What He Tapped · 敲击声
! Eleven taps.
~ It is a berth number.
> Berth eleven is where the Gu yacht lies.
office NI 1 13 | Xia Man taps it back until it makes sense.
meet DI 1 5 12 | Three lawyers, one confession, and no motive.
quay duskE 1 2 | They walk the berths like any couple and count.
tug NE 1 2 | The yacht is dark, and there is somebody on it.

# The Yacht · 游艇
! The bed is still warm.
~ The captain has lived here all along, on their money.
> He holds a flare gun to the fuel.
tug NE 1 2 10 | Captain Deng will talk to the daughter and not to the son.
tug NE 1 10 | He tells her who fell into the water, and who pushed.
quay NE 2 11 | On the quay Gu Chen tells Tang Rui the best lie of his life.

# Twelve Hours · 十二小时
! "At noon your brother is charged."
~ The captain will speak if she gives up the petition.
> She tears it up.
visit DI 1 8 16 | A brother is angry that he is being saved.
chambers DI 1 5 | Zhou Mu watches her tear it and starts a clock.
steps DE 1 10 | The captain climbs four steps of the court, and stops.
steps DE 1 10 11 | A black car opens its door for him.

# Bargain · 交易
! She sits down opposite the man who did it.
~ He wants what she wants: his son kept out of it.
> They shake hands; the pen is a recorder, and it is his.
study NI 1 4 | Two people who need the same silence.
salon NI 2 7 | Shen Man deals cards and tells his fortune.
study NI 4 11 | The old man plays the tape to Tang Rui, and laughs once.

# The Recording · 录音
! Her own voice, promising.
~ It has been cut.
> It plays at ten o'clock on every telephone in the port.
recep DI 1 12 13 | Every telephone at the firm rings together.
canteen DI 8 18 | The dockers listen in silence, with their helmets on.
meet DI 1 12 | Fang Min asks for her badge and gives her a hug.
roof duskE 1 5 | Zhou Mu brings the uncut noise between two sentences.

# Between Two Sentences · 两句之间
! A ship's horn that can't be there.
~ The tape was cut on the wrong day.
> Only one studio in town has such a window.
office NI 1 13 | They listen four hundred times.
alley DE 1 18 | The reporter knows a man who cleans up voices.
alley NE 1 11 | The studio is closed, because Tang Rui is closing it.

# Engagement Party · 订婚宴
! Two hundred guests; one dress; two women in it.
~ Qiao Yi sent her the dress.
> The screen behind them shows her real passport.
garden duskE 2 3 4 7 | Lanterns, a string quartet, and bets on the bride.
salon NI 1 3 | On the stairs they meet like a mirror.
salon NI 1 2 3 4 18 | The film of their love story has a new ending.
garden NE 1 2 | She walks out through the roses; nobody stops her.

# Unmasked · 揭穿
! "Her name is Lin Wan. Her father was a criminal."
~ Half the guests stand up for her.
> The bar association suspends her by midnight.
salon NI 1 3 4 | She answers with one sentence and a date.
gate NE 1 2 18 | Flashlights; he gives her his coat and the reporters a headline.
flat NI 1 15 | Auntie He puts her to bed like a child.
meet DI 1 12 | The letter from the bar is polite and takes everything.

# The Truth about Qiao Yi · 乔伊的真相
! Two birth certificates with one number.
~ She isn't a Qiao.
> She is the drowned man's daughter.
hcorr DI 13 14 | Nurse Xu remembers two babies and one bracelet.
ward DI 3 14 | Qiao Yi pays for a bed in which nobody lies.
noodle NI 1 13 15 | A name on a bracelet that everybody in the lane has heard.

# Two Daughters · 两个女儿
! They meet where both fathers died.
~ They have been hunting each other's enemy.
> Behind them somebody starts an engine.
quay NE 1 3 | Qiao Yi asks who was in the water; Lin Wan gives her the drawing.
quay NE 1 3 | Two women, one drawing, and no more need to shout.
yard NE 1 3 11 | Tang Rui doesn't brake.

# No Brakes · 失控
! The car goes into the harbour with one of them.
~ Qiao Yi pushed her clear.
> Under water a hand knocks on glass.
quay NE 1 3 8 | Lin Xiao, out on bail for an hour, jumps first.
quay NE 1 8 | They pull up a shoe.
hcorr NI 1 2 14 | Nobody sits; the clock above the door is the only voice.
ward NI 2 3 | She opens her eyes and asks whether he loves her. He tells the truth.
`;
