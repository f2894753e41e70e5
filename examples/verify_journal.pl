#!/usr/bin/env perl
# Checks a journal without Saqta, by docs/journal-format.md alone: reads its rows as lines, one entry each, fields parted
# by tabs: number, at, by, verb, content, mentions, mentioned, seal, people (with commas between). The last line is
# "head", number, seal. Prints what is broken; exit status 0 when nothing is.
use strict;
use warnings;
use Digest::SHA qw(sha256_hex);

my ($before, $expected, $broken, $head) = ("0" x 64, 0, 0, undef);
sub report { print "$_[0]\n"; $broken = 1 }

while (my $line = <STDIN>) {
    chomp $line;
    my @fields = split /\t/, $line, -1;
    if ($fields[0] eq "head") { $head = \@fields; next }
    my ($number, $at, $by, $verb, $content, $mentions, $mentioned, $seal, $people) = @fields;
    report("entry $expected: missing") if $number != ++$expected;
    $expected = $number;
    $at =~ /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:\+00(?::?00)?)?$/
        or report("entry $number: the moment cannot be read"), next;
    my $moment = sprintf "%sT%s.%s+00:00", $1, $2, substr(($3 // "") . "000000", 0, 6);
    my @named = sort map { s/-//gr } split /,/, $people;
    report("entry $number: other people") if @named != $mentions or sha256_hex(pack "(H32)*", @named) ne $mentioned;
    my $sealed = sha256_hex(join "\x1f", $before, $number, $moment, $by, $verb, $content, $mentions, $mentioned);
    report("entry $number: rewritten, or what stood before it was") if $sealed ne $seal;
    $before = $seal;
}
report("the end is cut off") if !$head or $head->[1] != $expected or $head->[2] ne $before;
print "$expected entries, the last seal $before\n" unless $broken;
exit $broken;
