using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllersWithViews();
builder.Services.AddDbContext<Nu.Banco>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("Crm")));
var app = builder.Build();
app.MapControllers();
await app.RunAsync();

namespace Nu
{
    public sealed record Papel(string Rolname);

    public sealed class Banco(DbContextOptions<Banco> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Papel>(papel => papel.ToTable("pg_roles").HasNoKey().Property(p => p.Rolname).HasColumnName("rolname"));
    }

    /// <summary>One page with one query: what any application of MVC and EF Core takes.</summary>
    public sealed class InicioController(Banco db) : Controller
    {
        [HttpGet("/")]
        public async Task<IActionResult> Index(CancellationToken ct) => View(await db.Set<Papel>().OrderBy(p => p.Rolname).ToListAsync(ct));
    }
}
