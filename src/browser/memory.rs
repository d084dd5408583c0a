//! The memory of the page's program: what is given back is overwritten.
//!
//! A token is in more texts than anybody could empty by hand: in the field, in the draft, in the header that was sent, in the
//! response that brought it. Each of them ends here.

#![allow(unsafe_code, reason = "an allocator cannot be had without")]

use std::alloc::{GlobalAlloc, Layout};

/// From which size on, in bytes, a block is let grow in its place, which copying would take too long for.
const LARGE: usize = 1 << 20;

/// An allocator that overwrites whatever is given back to it.
///
/// Only a block of more than a megabyte that has to move in order to grow may leave a copy behind.
pub struct Overwriting<A>(pub A);

// SAFETY: every call is handed on to the allocator below with the same block and layout, and only memory that the caller
// gives up is written to.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Overwriting<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe {
            block.write_bytes(0, layout.size());
            self.0.dealloc(block, layout);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        unsafe {
            if layout.size() > LARGE {
                return self.0.realloc(block, layout, size);
            }
            let other = self
                .0
                .alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !other.is_null() {
                other.copy_from_nonoverlapping(block, layout.size().min(size));
                self.dealloc(block, layout);
            }
            other
        }
    }
}
