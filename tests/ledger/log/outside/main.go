// An outside verifier: takes the folder of a record and its public key, and believes nothing but those.
//
//	go run main.go FOLDER KEY SIZE...
//
// It checks the head's signature, every tile, every leaf's proof, and that the log of each SIZE is its beginning.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type files struct{ folder string }

func (f files) Height() int { return 8 }

func (f files) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (f files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, each := range tiles {
		// Its path has the height after "tile/", which plain logs leave out.
		raw, err := os.ReadFile(filepath.Join(f.folder, strings.Replace(each.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		found = append(found, raw)
	}
	return found, nil
}

func must(err error) {
	if err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func entries(folder string, size int64) [][]byte {
	var found [][]byte
	for number := int64(0); int64(len(found)) < size; number++ {
		width := size - number*256
		if width > 256 {
			width = 256
		}
		path := strings.Replace(tlog.Tile{H: 8, L: 0, N: number, W: int(width)}.Path(), "tile/8/0/", "tile/entries/", 1)
		raw, err := os.ReadFile(filepath.Join(folder, path))
		must(err)
		for len(raw) > 1 {
			end := 2 + int(binary.BigEndian.Uint16(raw))
			if end > len(raw) {
				must(fmt.Errorf("%s is torn", path))
			}
			found = append(found, raw[2:end])
			raw = raw[end:]
		}
	}
	return found
}

func main() {
	folder := os.Args[1]
	verifier, err := note.NewVerifier(os.Args[2])
	must(err)
	raw, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	must(err)
	opened, err := note.Open(raw, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		must(fmt.Errorf("the head is of %s", lines[0]))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, files{folder})
	leaves := entries(folder, size)
	if int64(len(leaves)) != size {
		must(fmt.Errorf("%d leaves instead of %d", len(leaves), size))
	}
	for index, each := range leaves {
		proof, err := tlog.ProveRecord(size, int64(index), reader)
		must(err)
		must(tlog.CheckRecord(proof, size, root, int64(index), tlog.RecordHash(each)))
	}
	for _, each := range os.Args[3:] {
		old, err := strconv.ParseInt(each, 10, 64)
		must(err)
		before, err := tlog.TreeHash(old, reader)
		must(err)
		proof, err := tlog.ProveTree(size, old, reader)
		must(err)
		must(tlog.CheckTree(proof, size, root, old, before))
		fmt.Println(old, before)
	}
	fmt.Println("right:", size)
}
