using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Tenancy;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Contatos;

/// <summary>Changes the telephones of a contact, under its lock: what it dials is computed of all of them.</summary>
public sealed class MudarTelefones(CrmDbContext db, OrganizacaoAtual atual, Auditoria auditoria)
{
    private static readonly Recusa _demais = new(422, "telefones_demais", $"Um contato tem até {TelefoneDoContato.PorContato} telefones.", Campo: nameof(TelefoneForm.Numero));
    private static readonly Recusa _repetido = new(422, "telefone_repetido", "Este contato já tem este telefone.", Campo: nameof(TelefoneForm.Numero));

    private static readonly Recusa _soAdministrador = new(
        422, "nao_ligar", "Este telefone está como “não ligar”. Só um administrador pode mudar ou remover.", Campo: nameof(TelefoneForm.Numero));

    public async Task<Resultado<Contato>> IncluirAsync(Guid contatoId, TelefoneForm form, CancellationToken ct)
    {
        if (await db.ContatoTravadoAsync(contatoId, ct) is not { } contato)
        {
            return Recusa.NaoEncontrada;
        }

        var (texto, numero) = Lido(form);
        if (contato.Telefones.Any(t => t.Numero == numero.E164))
        {
            return _repetido;
        }

        if (contato.Telefones.Count >= TelefoneDoContato.PorContato)
        {
            return _demais;
        }

        contato.Incluir(texto, numero.E164, form.Tipo);
        await db.HerdarNaoLigarAsync([contato], ct);
        return await SalvarAsync(contato, new TelefoneIncluido { Numero = numero.E164 }, ct);
    }

    public async Task<Resultado<Contato>> EditarAsync(Guid contatoId, Guid telefoneId, TelefoneForm form, CancellationToken ct)
    {
        var (texto, numero) = Lido(form);
        if (await AbrirAsync(contatoId, telefoneId, ct) is not var (contato, telefone))
        {
            return Recusa.NaoEncontrada;
        }

        if (contato.Telefones.Any(t => t != telefone && t.Numero == numero.E164))
        {
            return _repetido;
        }

        var antes = telefone.Numero ?? telefone.Texto;
        if (antes != numero.E164 && !PodeMexer(telefone))
        {
            return _soAdministrador;
        }

        if (antes != numero.E164)
        {
            await RegistrarLiberadoAsync(telefone, ct);
        }

        contato.Mudar(telefone, texto, numero.E164, form.Tipo ?? telefone.Tipo);
        await db.HerdarNaoLigarAsync([contato], ct);
        return await SalvarAsync(contato, new TelefoneAlterado { De = antes, Numero = numero.E164 }, ct);
    }

    public async Task<Resultado<Contato>> RemoverAsync(Guid contatoId, Guid telefoneId, CancellationToken ct)
    {
        if (await AbrirAsync(contatoId, telefoneId, ct) is not var (contato, telefone))
        {
            return Recusa.NaoEncontrada;
        }

        if (!PodeMexer(telefone))
        {
            return _soAdministrador;
        }

        await RegistrarLiberadoAsync(telefone, ct);
        contato.Remover(telefone);
        db.Remove(telefone);
        return await SalvarAsync(contato, new TelefoneRemovido { Numero = telefone.Numero ?? telefone.Texto }, ct);
    }

    public async Task<Resultado<Contato>> TornarPrincipalAsync(Guid contatoId, Guid telefoneId, CancellationToken ct)
    {
        if (await AbrirAsync(contatoId, telefoneId, ct) is not var (contato, telefone))
        {
            return Recusa.NaoEncontrada;
        }

        contato.TornarPrincipal(telefone);
        return await SalvarAsync(contato, new TelefonePrincipal { Numero = telefone.Numero ?? telefone.Texto }, ct);
    }

    public async Task<Resultado<Contato>> MarcarErradoAsync(Guid contatoId, Guid telefoneId, bool errado, CancellationToken ct)
    {
        if (await AbrirAsync(contatoId, telefoneId, ct) is not var (contato, telefone))
        {
            return Recusa.NaoEncontrada;
        }

        var numero = telefone.Numero ?? telefone.Texto;
        contato.MarcarErrado(telefone, errado);
        return await SalvarAsync(contato, errado ? new TelefoneErrado { Numero = numero } : new TelefoneCerto { Numero = numero }, ct);
    }

    /// <summary>Of every contact that has the number. Who may lift it, the route asks.</summary>
    public async Task<Resultado<Contato>> NaoLigarAsync(Guid contatoId, Guid telefoneId, bool naoLigar, CancellationToken ct)
    {
        var variantes = NumeroDeTelefone.Variantes(await db.TelefonesDe(contatoId).Where(t => t.Id == telefoneId).Select(t => t.Numero).SingleOrDefaultAsync(ct));
        if (variantes.Count == 0)
        {
            return Recusa.NaoEncontrada;
        }

        var donos = await db.NaoLigarParaAsync(variantes, naoLigar, ct);
        foreach (var dono in donos)
        {
            auditoria.Registrar(naoLigar ? new NaoLigarMarcado { Numero = variantes[0] } : new NaoLigarRetirado { Numero = variantes[0] }, dono.Contato.Id);
        }

        await db.SaveChangesAsync(ct);
        return donos.SingleOrDefault(d => d.Contato.Id == contatoId) is { } este ? este.Contato : Recusa.NaoEncontrada;
    }

    private bool PodeMexer(TelefoneDoContato telefone) => !telefone.NaoLigar || Permissoes.Pode(atual.Exigido.Papel, Permissoes.LiberarLigacoes);

    private static (string Texto, NumeroDeTelefone Numero) Lido(TelefoneForm form)
    {
        var numero = NumeroDeTelefone.Ler(form.Numero)!;
        return (numero.ComRamal, numero);
    }

    private async Task<(Contato Contato, TelefoneDoContato Telefone)?> AbrirAsync(Guid contatoId, Guid telefoneId, CancellationToken ct) =>
        await db.ContatoTravadoAsync(contatoId, ct) is { } contato && contato.Telefones.SingleOrDefault(t => t.Id == telefoneId) is { } telefone
            ? (contato, telefone)
            : null;

    // The last that kept a number from being called goes: that lifts it.
    private async Task RegistrarLiberadoAsync(TelefoneDoContato telefone, CancellationToken ct)
    {
        if (telefone.NaoLigar && !await db.TelefonesDoContato.AnyAsync(t => t.Id != telefone.Id && t.NaoLigar && t.Numero == telefone.Numero, ct))
        {
            auditoria.Registrar(new NaoLigarRetirado { Numero = telefone.Numero }, telefone.ContatoId);
        }
    }

    private async Task<Resultado<Contato>> SalvarAsync(Contato contato, AtividadeDoTelefone atividade, CancellationToken ct)
    {
        auditoria.Registrar(atividade, contato.Id);
        await db.SaveChangesAsync(ct);
        return contato;
    }
}
