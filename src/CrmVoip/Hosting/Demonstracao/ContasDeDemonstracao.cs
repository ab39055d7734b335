using CrmVoip.Domain;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Hosting.Demonstracao;

/// <summary>The demo's accounts, each made once.</summary>
public sealed class ContasDeDemonstracao(UserManager<Usuario> usuarios)
{
    public async Task<Dictionary<string, Guid>> CriarAsync()
    {
        var ids = new Dictionary<string, Guid>();
        foreach (var pessoa in Elenco.Organizacoes.SelectMany(o => o.Vinculos).Select(v => v.Pessoa).DistinctBy(p => p.Email))
        {
            var usuario = await usuarios.FindByEmailAsync(pessoa.Email) ?? await CriarAsync(pessoa);
            ids[pessoa.Email] = usuario.Id;
        }

        return ids;
    }

    private async Task<Usuario> CriarAsync(PessoaDemo pessoa)
    {
        var usuario = new Usuario { Nome = pessoa.Nome, Email = pessoa.Email, UserName = pessoa.Email, EmailConfirmed = true };
        var resultado = await usuarios.CreateAsync(usuario, Elenco.Senha);
        return resultado.Succeeded
            ? usuario
            : throw new InvalidOperationException(string.Join("; ", resultado.Errors.Select(e => e.Description)));
    }
}
