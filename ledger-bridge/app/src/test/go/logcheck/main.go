// Command logcheck checks a running log with Go's own libraries: its checkpoint with sumdb/note, a proof of inclusion
// and one of growth with sumdb/tlog.
//
//	logcheck URL VKEY OLD-CHECKPOINT-FILE INDEX...
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Println("does not hold:", err)
		os.Exit(1)
	}
	fmt.Println("holds")
}

func run(args []string) error {
	if len(args) < 4 {
		return fmt.Errorf("needs URL VKEY OLD-CHECKPOINT-FILE INDEX...")
	}
	url := args[0]
	verifier, err := note.NewVerifier(args[1])
	if err != nil {
		return err
	}
	old, err := os.ReadFile(args[2])
	if err != nil {
		return err
	}
	before, err := open(string(old), verifier)
	if err != nil {
		return err
	}
	checkpoint, err := get(url + "/checkpoint")
	if err != nil {
		return err
	}
	if _, err := open(checkpoint, verifier); err != nil {
		return err
	}
	if err := growth(url, before, verifier); err != nil {
		return fmt.Errorf("growth from %d: %w", before.N, err)
	}
	for _, text := range args[3:] {
		index, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return err
		}
		if err := inclusion(url, index, verifier); err != nil {
			return fmt.Errorf("inclusion of %d: %w", index, err)
		}
	}
	return nil
}

// open gives the tree that a checkpoint states, if the log has signed it.
func open(checkpoint string, verifier note.Verifier) (tlog.Tree, error) {
	signed, err := note.Open([]byte(checkpoint), note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) < 3 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func growth(url string, before tlog.Tree, verifier note.Verifier) error {
	text, err := get(fmt.Sprintf("%s/consistency?old=%d", url, before.N))
	if err != nil {
		return err
	}
	lines, tree, err := proof(text, verifier)
	if err != nil {
		return err
	}
	if lines[0] != fmt.Sprintf("old %d", before.N) {
		return fmt.Errorf("begins with %q", lines[0])
	}
	hashes, err := hashes(lines[1:])
	if err != nil {
		return err
	}
	return tlog.CheckTree(tlog.TreeProof(hashes), tree.N, tree.Hash, before.N, before.Hash)
}

func inclusion(url string, index int64, verifier note.Verifier) error {
	text, err := get(fmt.Sprintf("%s/tlog-proof/%d", url, index))
	if err != nil {
		return err
	}
	lines, tree, err := proof(text, verifier)
	if err != nil {
		return err
	}
	if lines[0] != "c2sp.org/tlog-proof@v1" || lines[1] != fmt.Sprintf("index %d", index) {
		return fmt.Errorf("begins with %q", lines[:2])
	}
	hashes, err := hashes(lines[2:])
	if err != nil {
		return err
	}
	entry, err := entry(url, index, tree.N)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(hashes), tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

// proof divides the lines of a proof from the checkpoint beneath them.
func proof(text string, verifier note.Verifier) ([]string, tlog.Tree, error) {
	above, checkpoint, found := strings.Cut(text, "\n\n")
	if !found {
		return nil, tlog.Tree{}, fmt.Errorf("no checkpoint beneath the proof")
	}
	tree, err := open(checkpoint, verifier)
	return strings.Split(above, "\n"), tree, err
}

func hashes(lines []string) ([]tlog.Hash, error) {
	var all []tlog.Hash
	for _, line := range lines {
		raw, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(raw) != tlog.HashSize {
			return nil, fmt.Errorf("not a hash: %q", line)
		}
		all = append(all, tlog.Hash(raw))
	}
	return all, nil
}

// entry reads one entry of its bundle, as wide as the tree of that size has it.
func entry(url string, index, size int64) ([]byte, error) {
	const width = 256
	bundle := index / width
	path := fmt.Sprintf("%03d", bundle%1000)
	for rest := bundle / 1000; rest > 0; rest /= 1000 {
		path = fmt.Sprintf("x%03d/%s", rest%1000, path)
	}
	if partial := size - bundle*width; partial < width {
		path += fmt.Sprintf(".p/%d", partial)
	}
	text, err := get(url + "/tile/entries/" + path)
	if err != nil {
		return nil, err
	}
	rest := []byte(text)
	for i := int64(0); ; i++ {
		if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
			return nil, fmt.Errorf("the bundle is too short")
		}
		length := int(binary.BigEndian.Uint16(rest))
		if i == index%width {
			return rest[2 : 2+length], nil
		}
		rest = rest[2+length:]
	}
}

func get(url string) (string, error) {
	answer, err := http.Get(url)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return "", err
	}
	if answer.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", url, answer.Status)
	}
	return string(body), nil
}
