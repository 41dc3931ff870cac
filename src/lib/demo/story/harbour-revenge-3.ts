/** Harbour Revenge, episodes 37–54: the fall, the captain, the letter. */
export const PART_3 = `
# Suspended · 停牌
! She sells noodles in a lawyer's suit.
~ Every client of the lane eats there, and talks.
> The man at table three is a juror.
noodle DE 1 15 | Her first bowl is too salty; her first advice is free.
noodle DE 1 8 15 | By noon the queue has legal questions.
alley duskE 1 18 | The reporter prints the price of a bowl and nothing else.
flat NI 1 8 | Brother and sister count coins and evidence.

# The Review · 复查
! A prosecutor reads a closed file aloud.
~ Page 212 is missing, and page 213 knows it.
> Inspector Lu signed it out.
visit DI 5 16 | Inspector Lu says pages go missing; Zhou Mu says they go somewhere.
+chambers DI 5 9 | The prosecutor's office opens its own review, step by step, and enters each step in the record.
ccorr DI 1 5 | He may not tell her anything, so he tells her how the weather was.
steps DE 1 5 | She understands every word of the weather.

# Page 212 · 第212页
! It has hung in a frame for seven years.
~ It was behind a family photograph.
> The photograph is of Gu Chen and her father.
flat DI 1 8 | They take down every picture in the flat.
flat DI 1 15 | Auntie He takes down the one in the stall.
noodle NI 1 2 | He comes for his photograph and sits down for a bowl.

# His Side · 他的证词
! "Ask me now. Under oath. Here."
~ They had a gun on her when he testified.
> He can prove it, and has never dared to.
noodle NI 1 2 | He tells it once, quickly, without excuse.
ccorr DI 2 11 | Seven years ago: Tang Rui shows him a photograph with a cross on it.
court DI 2 6 9 | Seven years ago: her father nods to him to lie.
alley NE 1 2 | She hits him, and then holds on.

# The Nod · 点头
! A father's last lesson lasted one second.
~ He chose prison so that she would live.
> There is a letter.
visit DI 1 6 | Seven years ago: through the glass he only asks whether she eats.
visit DI 6 9 | Seven years ago: a judge comes to ask forgiveness, and is refused kindly.
flat NI 1 8 | They read the visiting list; one name came every month.

# Every Month · 每月一次
! The name is Shen Man.
~ She brought him books.
> Inside the books, in pinpricks, is everything.
kitchen DI 1 7 | Shen Man says that she wasn't in love; she was in debt.
study NI 1 7 | Eighty-four books, eighty-four months.
study NI 4 7 | The old man likes to see his wife read.
bedroom NI 1 | With a candle behind the paper the holes begin to speak.

# Pinpricks · 针孔
! A candle, a page, a ship's name.
~ The ship is still sailing.
> It docks tonight.
office NI 1 13 | Xia Man keeps the key to an office that is no longer hers.
quay NE 1 8 10 | The captain reads the name aloud and takes off his cap.
tug NE 8 10 | He hasn't steered for seven years; his hands have.

# The Chase · 追船
! No lights, full speed.
~ The other ship is running from somebody else.
> Shots from the customs boat, at them.
tug NE 1 8 10 | Spray, and a rope, and a bad idea.
tug NE 1 8 10 | She jumps; for a second she is her father's daughter altogether.
quay NE 2 16 | On shore Gu Chen reads Inspector Lu his own oath.
tug dawnE 1 10 | In the hold: not money. People.

# The Hold · 船舱
! Thirty-one faces.
~ They were never paid, for a single day.
> One of them has her father's watch.
quay dawnE 1 8 14 | Blankets, soup, names written down one by one.
canteen DI 1 8 15 | Auntie He cooks for thirty-one and asks nobody for papers.
wh7 DI 1 18 | The reporter puts down her camera and helps to count.
canteen NI 1 10 | The man with the watch says where he was given it.

# The Watch · 手表
! It stopped at 03:11.
~ That is when the lights went out in the prison.
> Somebody visited at three.
visit NI 1 5 | The night book has a page that was never ruled.
hcorr NI 1 14 | Nurse Xu was on duty; she has waited for somebody to ask.
ward NI 14 6 | Seven years ago: a patient who was not ill.

# Not Ill · 没有病
! "He walked in. He didn't walk out."
~ The doctor retired to a Gu apartment.
> The apartment is on fire.
ward DI 1 5 14 | A nurse signs her name under what she saw.
recep DI 12 13 | Fang Min reinstates her by forgetting to lock a door.
roof NE 1 11 | On the roof Tang Rui shows her the smoke, and the time.
alley NE 1 8 | They run towards it like everybody's children.

# Everyone Runs · 人人都在跑
! She counts the windows: fourth floor, left.
~ The doctor set it himself.
> He hands her a key, and goes back in.
alley NE 1 8 16 | Inspector Lu does, for once, the right thing with a door.
alley NE 1 16 | "I have daughters," he says, and gives her the night book.
hcorr NI 1 5 | A key to a bank box in the name of a dead man.

# The Box · 保管箱
! Two keys are needed. She has one.
~ Gu Zhenhai wears the other round his neck.
> He never takes it off.
office DI 1 5 13 | They plan it on a napkin, like burglars with degrees.
salon NI 2 4 | Father and son play chess; the key swings over the board.
kitchen NI 1 7 | Shen Man says when he takes it off, and blushes.
garden NE 1 2 7 | Three conspirators among the roses, and a dog that likes them.

# The Key · 钥匙
! The key is on the edge of the basin. Ten seconds.
~ Somebody has already changed it for another.
> Qiao Yi holds up the real one.
bedroom NI 7 4 | He sings in the bath; she has never heard him sing.
salon NI 1 3 | Qiao Yi opens her hand: "You owe me a shoe."
study NI 4 11 | The old man feels his collar, and knows.

# What He Left · 遗物
! A tape, a badge, a letter for a girl of twenty.
~ The letter knows she will hate Gu Chen.
> "Forgive him first. Then win."
office DI 1 3 | Two women, one steel box, no breath.
roof DE 1 | She reads it where the wind is.
roof DE 1 2 | She reads him one line. It is enough.

# Forgive Him First · 先原谅
! She says yes before he asks.
~ He wasn't going to ask; he was going to confess.
> He has already gone to the prosecutor.
noodle duskE 1 2 15 | Auntie He puts two eggs into one bowl.
visit NI 2 5 | Gu Chen signs away his name, page after page.
gate NE 2 4 | The old man waits at the gate with an umbrella for one.
salon NI 2 4 7 | A family dinner without food.

# Father and Son · 父与子
! "I did it for you." "I was nineteen."
~ The old man didn't push anybody.
> He has been paying the man who did.
study NI 2 4 | What a father carries, what a son puts down.
garden NE 4 11 | Tang Rui asks for a rise, with a tape.
kitchen dawnI 4 7 | The patriarch makes his own tea for the first time in years.

# The Fixer · 唐锐
! The man who pushed has a birthday too.
~ He was customs. He was her father's partner.
> He keeps the uniform pressed.
wh7 NI 11 17 | Tang Rui tells Pan a story in which he is the hero.
canteen NI 8 10 | The captain says the name he swore never to say.
wh7 NI 11 1 | She says it to his face and watches it land.
yard NE 1 11 | He lets her go. He wants an audience.
`;
