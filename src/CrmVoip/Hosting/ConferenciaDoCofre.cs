using System.Security.Cryptography;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Vault;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Hosting;

/// <summary>
/// Refuses to start with a vault that would not open what it sealed. The key is looked at before anything is opened:
/// data protection answers a key it lacks, or cannot unwrap, by making a new one in silence.
/// </summary>
public sealed class ConferenciaDoCofre(IServiceProvider services)
{
    public static LugarDoSegredo LugarDoCanario { get; } = new(Guid.Empty, CanarioDoCofre.Coluna, Guid.Empty);

    public async Task ExecutarAsync(CancellationToken ct)
    {
        await using var escopo = services.CreateAsyncScope();
        var canario = await escopo.ServiceProvider.GetRequiredService<ContasDbContext>().CanariosDoCofre.SingleOrDefaultAsync(ct)
            ?? throw new PartidaRecusadaException(Preparacao.Falta);
        var chaveId = ChavesDoCofre.IdDaChave(canario.Cifrado);
        var chave = services.GetRequiredService<IKeyManager>().GetAllKeys().FirstOrDefault(c => c.KeyId == chaveId)
            ?? throw new PartidaRecusadaException(
                $"The key {chaveId} that sealed this database is not in data_protection_keys: stored secrets would not open. Restore the table from a backup.");
        try
        {
            chave.CreateEncryptor();
            escopo.ServiceProvider.GetRequiredService<ICofre>().Decifrar(LugarDoCanario, canario.Cifrado);
        }
        catch (Exception erro) when (erro is SegredoIlegivelException or CryptographicException)
        {
            throw new PartidaRecusadaException(
                "The vault's certificate is not the one that sealed this database: stored secrets would not open. Check Crm:Cofre:Certificado.", erro);
        }
    }
}
