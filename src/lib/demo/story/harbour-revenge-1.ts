/** Harbour Revenge, episodes 1–18: she comes back under another name. Notation: `read-story.ts`. */
export const PART_1 = `
# The Night Ferry · 夜航归港
! A woman drops a prison visitor's card into black water.
~ The name on her passport isn't hers.
> The heir of Gu Shipping walks past and does not know her.
quay NE 1 | Lin Wan steps off the last ferry with one suitcase and another woman's name.
alley NE 1 15 | Auntie He serves her noodles and asks whose daughter she is.
flat NI 1 8 | Her brother opens the door, looks at her, and shuts it again.
quay NE 1 2 | Gu Chen passes with his bodyguards; she counts to seven before she breathes.

# Counsel for the Enemy · 仇家的律师
! "My client is the man who ruined my father."
~ She asked for this case.
> The opposing witness is her own brother.
recep DI 1 13 | First day at the firm; Xia Man hands her the wrong badge and the right gossip.
meet DI 1 12 | Fang Min gives her Gu Shipping: nobody else wants to lose to them.
office DI 1 13 | Behind a locked door she lays out seven years of newspaper cuttings.
meet DI 1 8 | The dock workers' spokesman walks in. It is Lin Xiao.

# Seven Years Ago · 七年前
! Handcuffs close on a customs officer in the middle of his birthday.
~ The chief witness is the boy his daughter was to marry.
> "I swear it is the truth," says Gu Chen, and will not look at her.
flat DI 1 6 8 | Birthday noodles, candles, and then the knock.
court DI 2 6 9 | Gu Chen swears that he saw the bribe change hands.
ccorr DI 1 2 | She asks him one question in the corridor; he walks on.
visit DI 1 6 | Through the glass her father tells her to finish law school.

# A Seat at Their Table · 席上客
! The glass in her hand breaks before anybody says a word.
~ The patriarch is the one who chose her.
> Qiao Yi raises a toast to a woman she is sure she has met.
gate DE 1 11 | Tang Rui searches her bag at the gate and finds nothing, which annoys him.
salon NI 1 2 3 4 7 | Dinner at the villa: five people, three lies, one empty chair.
kitchen NI 1 7 | Shen Man bandages her hand and asks why lawyers never sleep.
salon NI 1 3 | Qiao Yi's toast is a question with a smile around it.

# The Wage Case · 讨薪
! Two hundred helmets on the court steps.
~ She wins for the workers by losing for her client.
> Gu Zhenhai claps, slowly.
office NI 1 13 | All night they add up other people's overtime.
steps DE 1 8 18 | Dock workers put down their helmets; the reporter counts them aloud.
court DI 1 8 9 | She asks for the overtime sheets, and the judge reads them twice.
ccorr DI 1 12 | Fang Min cannot decide whether to fire her or to promote her.

# What the Old Man Saw · 老人的眼
! "I hire people who beat me."
~ He offers her the company's whole legal desk.
> The contract has her real birthday on it.
study DI 1 4 | Gu Zhenhai offers tea, a salary, and a pen.
study DI 1 11 | Tang Rui watches her read every page.
roof DE 1 13 | She signs on the roof, where the wind hides her hands.
office NI 1 | The birthday on page nine is her own.

# Brother and Stranger · 姐弟
! He throws her money into the harbour.
~ He thinks she left them for it.
> He has been working for Tang Rui all along.
canteen DI 8 11 | Lin Xiao takes an envelope and doesn't count it.
quay DE 1 8 | She tells him who she is; he tells her that he has no sister.
flat NI 8 15 | Auntie He brings soup and the letters he never opened.
yard NE 8 11 | A container is opened that is on no list.

# The Container · 集装箱
! Something knocks from inside.
~ The cargo is paper: seven years of ledgers.
> The doors close behind her.
yard NE 1 11 | She follows the truck between the stacks, shoes in her hand.
yard NE 1 | Ledgers to the roof: every ship, every sum, every name.
wh7 NI 1 17 | Pan the accountant finds her first and begs her not to breathe.
wh7 NI 1 11 17 | Tang Rui locks up for the night with both of them inside.

# The Petition · 申诉
! "A dead man asks for a retrial."
~ The petition has been waiting for a lawyer for six years.
> Its first signature is Gu Chen's.
chambers DI 1 9 | Judge Han lets her read, and looks out of the window.
+steps DE 1 5 | She files the petition at the counter as the law provides; Zhou Mu stamps it and wishes her luck.
noodle DE 1 5 | Over noodles the prosecutor explains what new evidence means.
office NI 1 | At the foot of the page, in blue ink: the man who swore against him.

# He Knows · 他认出了
! He says her real name.
~ He has known since the ferry.
> He turns off the lights and locks the door.
office NI 1 2 | "Lin Wan." The pen falls before she can stop it.
office NI 1 2 | He puts a photograph on her desk: both of them, the day before.
roof NE 2 11 | Tang Rui asks what he wanted up there; Gu Chen says the view.

# Under One Roof · 同一屋檐
! "You will live in the villa until this is over."
~ It is the safest place, because nobody looks there.
> Her room was her father's last hiding place.
gate DE 1 2 | Her suitcase goes in by the front gate this time.
bedroom DI 1 7 | Shen Man shows her a room nobody has slept in for years.
bedroom NI 1 | Behind the wardrobe somebody has scratched a date.
salon NI 2 3 | Qiao Yi asks how long the lawyer is staying.

# A Fiancée's Welcome · 未婚妻的见面礼
! The dress is on fire.
~ Qiao Yi lit it herself.
> The camera in the hall saw everything, and is pointed at Lin Wan.
kitchen DI 1 3 | Breakfast for two; salt where sugar should be.
garden DE 1 3 | Qiao Yi shows her the roses and how deep they were planted.
bedroom DI 3 | The dress burns very well.
salon DI 1 2 3 4 | Four people look at one screen.

# Fire and Proof · 火与证
! "Play it backwards," she says.
~ The clock in the picture runs an hour slow.
> Somebody has been changing the tapes for seven years.
salon DI 1 3 4 11 | She cross-examines a wall clock and wins.
study DI 2 4 | Father and son agree on one thing: somebody in this house lies well.
bedroom NI 3 | Qiao Yi practises looking sorry before a mirror.
garden DE 1 2 | He warns her; she asks him which side of the garden he is on.

# The Safe · 保险柜
! Left, right, left: her father's badge number.
~ It opens.
> Inside there is only a child's drawing.
study NI 1 | Forty seconds between two rounds of the guard.
salon NI 2 7 | Gu Chen keeps his stepmother talking about flowers.
study NI 1 7 | Shen Man stands in the doorway and doesn't call anybody.
bedroom NI 1 | The drawing shows a ship, two men, and a third in the water.

# Shen Man's Price · 沈曼的价码
! "I will sell you my husband."
~ She was on the ship that night.
> She names the sum, and the day: tomorrow.
garden dawnE 1 7 | Before the house wakes Shen Man asks what a widow is owed.
kitchen DI 7 11 | Tang Rui reminds her who bought her first pearls.
meet DI 1 12 | Fang Min says that a witness who is paid is no witness.

# The Captain's Name · 船长
! A dead man's pension is still being drawn.
~ Captain Deng never drowned.
> The last withdrawal was this morning, two streets away.
office DI 1 13 | Xia Man finds a pension that nobody stopped.
canteen DI 1 8 | Old dockers remember the captain, and then remember nothing.
noodle DE 1 15 | Auntie He wipes the same table three times.
alley NE 1 10 | A man with a limp turns the corner and is gone.

# Two Streets Away · 两条街
! She runs; he limps; he is faster.
~ He runs towards the police.
> Inspector Lu puts the handcuffs on her.
alley NE 1 10 | Through washing lines and scooters, to the dead end.
alley NE 1 16 | Inspector Lu has been waiting for somebody to come asking.
visit NI 1 16 | She is asked who sent her, by a man who hopes for a certain answer.
visit NI 1 5 | Zhou Mu brings her coat, and a warning that isn't written down.

# The Price of a Name · 一个名字的代价
! "Release her. She is my fiancée."
~ He says it in front of Qiao Yi.
> The engagement ring is her mother's.
visit DI 1 2 3 16 | Gu Chen signs for her with a lie so big that nobody dares to check.
gate DE 2 3 | Qiao Yi gives him until the party to take it back.
bedroom NI 1 2 | She turns the ring and reads her mother's initials.
`;
