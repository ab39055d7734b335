using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CrmVoip.Data;

/// <summary>For "dotnet ef migrations add": a model needs no server.</summary>
public sealed class CrmDeDesenho : IDesignTimeDbContextFactory<CrmDbContext>
{
    public CrmDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CrmDbContext>();
        options.UsarCrm("Host=localhost");
        return new CrmDbContext(options.Options, new OrganizacaoAtual());
    }
}

public sealed class ContasDeDesenho : IDesignTimeDbContextFactory<ContasDbContext>
{
    public ContasDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ContasDbContext>();
        options.UsarContas("Host=localhost");
        return new ContasDbContext(options.Options);
    }
}
