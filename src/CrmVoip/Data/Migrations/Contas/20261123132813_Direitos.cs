using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CrmVoip.Data.Migrations.Contas
{
    /// <summary>The grants of crm_auth; crm_app gets none here.</summary>
    public partial class Direitos : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Conceder("crm_auth", "select, insert, update, delete", "usuarios", "usuario_claims", "usuario_logins", "usuario_tokens");
            migrationBuilder.Conceder("crm_auth", "select, insert", "eventos_de_conta", "canarios_do_cofre", "data_protection_keys");
            migrationBuilder.Conceder("crm_auth", "usage", "sequence data_protection_keys_id_seq", "sequence usuario_claims_id_seq");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Grants are not taken back by going down.");
    }
}
